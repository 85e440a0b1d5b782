namespace PixelLab.Web.Sites.Mail;

/// <summary>Which pictures a message is shown with, and from where.</summary>
/// <param name="Pixel">The pixel's address, or null where it is not in the message.</param>
/// <param name="Picture">The address of a picture by its place, or null where pictures are not shown.</param>
public sealed record MailPictures(string? Pixel, Func<int, string?> Picture)
{
    /// <summary>As the sender wrote it.</summary>
    public static MailPictures AsSent(MailLetter letter) => new(letter.PixelUrl, place => letter.Pictures[place]);

    /// <summary>None.</summary>
    public static MailPictures None { get; } = new(null, _ => null);

    /// <summary>Through the mail service, with or without the pixel.</summary>
    public static MailPictures Proxied(MailLetter letter, bool pixel)
    {
        string Through(int place) => letter.Town.Path(MailPages.PicturePath(letter.Sent.Mail, place));
        return new(pixel ? Through(0) : null, Through);
    }
}

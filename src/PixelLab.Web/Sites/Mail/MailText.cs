using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Mail;

/// <summary>The words of the webmail’s pages, and those around the text of a message.</summary>
internal static class MailText
{
    private static readonly WordFile File = new(typeof(MailText));

    /// <summary>The words, by their names in <c>MailText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}

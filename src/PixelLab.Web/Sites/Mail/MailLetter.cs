using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Mail;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Sites.Mail;

/// <summary>A message with everything in it, made anew from the event that it was sent: nothing of it is stored.</summary>
/// <param name="Sent">The event.</param>
/// <param name="Mailing">What was sent.</param>
/// <param name="Person">To whom.</param>
/// <param name="Town">The addresses as the reader's browser sees them; the message's own are made of them.</param>
public sealed record MailLetter(MailSent Sent, Mailing Mailing, Persona Person, TownRequest Town)
{
    /// <summary>The message of that event, or null for a mailing or a person that no longer exists.</summary>
    public static MailLetter? Of(MailSent sent, TownRequest town) =>
        Mailings.Find(sent.Campaign) is { } mailing && Personas.Find(sent.Person) is { } person
            ? new MailLetter(sent, mailing, person, town)
            : null;

    /// <summary>The subject with the reader's name in it.</summary>
    public string Subject => Named(Mailing.Subject);

    /// <summary>The paragraphs with the reader's name in them.</summary>
    public IEnumerable<string> Paragraphs => Mailing.Paragraphs.Select(Named);

    /// <summary>The products shown.</summary>
    public IEnumerable<Product> Products => Mailing.Products.Select(Catalogue.Find).OfType<Product>();

    /// <summary>The pixel's address.</summary>
    public string PixelUrl => Town.Url(PostboxWire.VendorName, PostboxWire.OpenPath(Sent.Mail));

    /// <summary>The way off the list.</summary>
    public string UnsubscribeUrl => Town.Url(PostboxWire.VendorName, PostboxWire.UnsubscribePath(Sent.Mail));

    /// <summary>A link's address: over the email service, which counts it and sends the reader on.</summary>
    public string LinkUrl(int link) => Town.Url(PostboxWire.VendorName, PostboxWire.ClickPath(Sent.Mail, link));

    /// <summary>The address of a product's picture.</summary>
    public string PictureUrl(Product product) => Town.Url("shop", $"/pictures/{product.Id.ToString(CultureInfo.InvariantCulture)}.svg");

    /// <summary>Every picture in the message, by its place: the pixel is 0, then the products'.</summary>
    public IReadOnlyList<string> Pictures => [PixelUrl, .. Products.Select(PictureUrl)];

    private string Named(string text) => string.Format(CultureInfo.InvariantCulture, text, Person.FirstName);
}

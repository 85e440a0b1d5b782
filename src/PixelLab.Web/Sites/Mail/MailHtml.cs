using System.Text;
using System.Text.Encodings.Web;
using PixelLab.Core.Town;

namespace PixelLab.Web.Sites.Mail;

/// <summary>
/// The HTML of a message. Mail programs know tables and style attributes and little else, so this is how such messages are
/// written.
/// </summary>
public static class MailHtml
{
    private static readonly HtmlEncoder Encode = HtmlEncoder.Default;

    /// <summary>Writes a message's HTML; all text in it is encoded here.</summary>
    public static string Write(MailLetter letter, MailPictures pictures)
    {
        var html = new StringBuilder();
        var colour = letter.Mailing.Colour;
        html.Append($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(letter.Subject)}</title></head>
            <body style="margin:0;background:#f1f0ec;color:#22262b;font:16px/1.6 Helvetica,Arial,sans-serif">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:12px">
            <tr><td style="padding:20px 32px;background:{colour};border-radius:12px 12px 0 0;color:#ffffff;font-size:18px;font-weight:bold">{Text(letter.Mailing.Sender)}</td></tr>
            <tr><td style="padding:32px"><h1 style="margin:0 0 16px;font-size:28px;line-height:1.2">{Text(letter.Mailing.Headline)}</h1>
            """);
        foreach (var paragraph in letter.Paragraphs)
        {
            html.Append($"<p style=\"margin:0 0 16px\">{Text(paragraph)}</p>\n");
        }

        WriteProducts(html, letter, pictures);
        for (var link = 0; link < letter.Mailing.Links.Count; link++)
        {
            html.Append($"<p style=\"margin:0 0 12px\"><a href=\"{Text(letter.LinkUrl(link))}\" style=\"color:{colour};font-weight:bold\">{Text(letter.Mailing.Links[link].Text)}</a></p>\n");
        }

        html.Append($"""
            </td></tr><tr><td style="padding:16px 32px 28px;color:#5b6169;font-size:13px">
            {Text(MailText.Text["Letter.Sent", letter.Person.Email, letter.Mailing.Sender])} <a href="{Text(letter.UnsubscribeUrl)}" style="color:#5b6169">{Text(MailText.Text["Letter.Unsubscribe"])}</a>.
            </td></tr></table></td></tr></table>
            """);
        if (pictures.Pixel is { } pixel)
        {
            html.Append($"<img src=\"{Text(pixel)}\" width=\"1\" height=\"1\" alt=\"\">\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void WriteProducts(StringBuilder html, MailLetter letter, MailPictures pictures)
    {
        var place = 1;
        foreach (var product in letter.Products)
        {
            html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px\"><tr>");
            html.Append(pictures.Picture(place) is { } url
                ? $"<td><img src=\"{Text(url)}\" width=\"168\" height=\"140\" alt=\"{Text(product.Name)}\" style=\"border-radius:8px;max-width:38vw;height:auto\"></td>"
                : $"<td width=\"168\" height=\"100\" align=\"center\" style=\"border:1px dashed #b5b2a8;border-radius:8px;color:#5b6169;font-size:13px\">{Text(product.Name)}</td>");
            html.Append($"<td style=\"padding-left:16px\"><b>{Text(product.Name)}</b><br>{Text(Money.Text(product.Price))}<br><span style=\"color:#5b6169\">{Text(product.Summary)}</span></td></tr></table>\n");
            place++;
        }
    }

    private static string Text(string text) => Encode.Encode(text);
}

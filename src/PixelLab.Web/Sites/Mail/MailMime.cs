using System.Text;
using MimeKit;
using MimeKit.Text;
using PixelLab.Core.Town;

namespace PixelLab.Web.Sites.Mail;

/// <summary>The message as it travels: MIME with a plain text and an HTML part, and the headers that mailing lists carry.</summary>
public static class MailMime
{
    /// <summary>Writes the message. Opened in any mail program, its pixel reports to the same seat.</summary>
    public static MimeMessage Write(MailLetter letter)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = letter.Sent.At,
            MessageId = $"{letter.Sent.Mail}@{letter.Mailing.SenderAddress.Split('@')[1]}",
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain) { Text = PlainText(letter) },
                new TextPart(TextFormat.Html) { Text = MailHtml.Write(letter, MailPictures.AsSent(letter)) })
            {
                // Not by chance: the same event gives the same message, byte by byte.
                Boundary = $"=-{letter.Sent.Mail}",
            },
        };
        message.From.Add(new MailboxAddress(letter.Mailing.Sender, letter.Mailing.SenderAddress));
        message.To.Add(new MailboxAddress(letter.Person.Name, letter.Person.Email));

        // RFC 2369 and RFC 8058: a way off the list that needs one request and no page.
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{letter.UnsubscribeUrl}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return message;
    }

    /// <summary>The message as text, as it would lie in a file.</summary>
    public static string Source(MailLetter letter)
    {
        using var stream = new MemoryStream();
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        Write(letter).WriteTo(options, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The message without HTML: no picture, so no pixel.</summary>
    public static string PlainText(MailLetter letter)
    {
        var text = new StringBuilder(letter.Mailing.Headline).Append("\r\n\r\n");
        foreach (var paragraph in letter.Paragraphs)
        {
            text.Append(paragraph).Append("\r\n\r\n");
        }

        foreach (var product in letter.Products)
        {
            text.Append($"* {product.Name}, {Money.Text(product.Price)}\r\n");
        }

        for (var link = 0; link < letter.Mailing.Links.Count; link++)
        {
            text.Append($"{letter.Mailing.Links[link].Text}: {letter.LinkUrl(link)}\r\n");
        }

        return text.Append($"\r\n{MailText.Text["Letter.Leave", letter.UnsubscribeUrl]}\r\n").ToString();
    }
}

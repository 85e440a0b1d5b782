using System.Buffers;
using System.Text;
using MimeKit;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>
/// Reads the source of a letter (RFC 5322, MIME): what its HTML would ask for when it is shown, its links, and the headers by which it can be
/// unsubscribed from or asks for a receipt.
/// </summary>
internal sealed class MailReader(Language language)
{
    /// <summary>Headers whose addresses are links: leaving the list (RFC 2369, RFC 8058), the letter on the web (RFC 5064).</summary>
    private static readonly string[] LinkHeaders = ["List-Unsubscribe", "List-Subscribe", "List-Archive", "List-Help", "Archived-At"];

    /// <summary>Headers that ask the reader's program to tell somebody that the letter was read (RFC 8098, and those before it).</summary>
    private static readonly string[] ReceiptHeaders = ["Disposition-Notification-To", "Return-Receipt-To", "X-Confirm-Reading-To"];

    /// <summary>A letter in a letter in a letter; what is deeper stands as text.</summary>
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 100 };

    /// <summary>What may stand before the first header: blanks, and how long the letter is.</summary>
    private static readonly SearchValues<byte> BeforeHeaders = SearchValues.Create(" \t\r\n0123456789"u8);

    private readonly Words _words = language[BroughtText.Words];
    private readonly List<BroughtItem> _found = [];
    private int _parts;
    private int _htmlParts;
    private int _requests;

    static MailReader()
    {
        // Letters come in every charset that there ever was.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    /// <summary>Reads it.</summary>
    public async Task<IReadOnlyList<BroughtItem>> ReadAsync(Stream source, CancellationToken cancellation)
    {
        var bytes = new FirstBytes(source, BroughtLimits.Letter);
        try
        {
            using var whole = new MemoryStream();
            await bytes.CopyToAsync(whole, cancellation);
            var length = LongHeaders.Cut(whole.GetBuffer().AsSpan(0, (int)whole.Length));
            if (length < whole.Length)
            {
                Problem(_words["Where.Letter"], _words["Cut.Header"]);
                whole.SetLength(length);
            }

            var begin = whole.GetBuffer().AsSpan(0, (int)whole.Length).IndexOfAnyExcept(BeforeHeaders);
            whole.Position = Math.Max(0, begin);

            // An mbox file holds several letters, each after such a line; a single one may have it too.
            var isMbox = whole.GetBuffer().AsSpan((int)whole.Position).StartsWith("From "u8);
            var parser = new MimeParser(Options, whole, isMbox ? MimeFormat.Mbox : MimeFormat.Entity);
            do
            {
                TakeLetter(await parser.ParseMessageAsync(cancellation));
            }
            while (!parser.IsEndOfStream && _parts < BroughtLimits.Parts);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or IOException)
        {
            Problem(_words["Where.Letter"], _words["Mail.Broken"]);
        }

        if (bytes.IsUsedUp)
        {
            Problem(_words["Where.Letter"], _words["Cut.Size", language.Number(BroughtLimits.Letter / (1024 * 1024))]);
        }

        if (_parts >= BroughtLimits.Parts)
        {
            Problem(_words["Where.Letter"], _words.Count("Cut.Parts", BroughtLimits.Parts));
        }

        if (_htmlParts == 0)
        {
            Problem(_words["Where.Letter"], _words["Mail.NoHtml"]);
        }
        else if (_requests == 0)
        {
            Problem(_words["Where.Letter"], _words["Mail.AsksNothing"]);
        }

        return _found;
    }

    private void TakeLetter(MimeMessage letter)
    {
        TakeHeaders(letter);
        var open = new Stack<MimeEntity?>([letter.Body]);
        while (open.TryPop(out var part) && _parts < BroughtLimits.Parts)
        {
            _parts++;
            switch (part)
            {
                case Multipart several:
                    if (several.Count == 0 && (several.Preamble + several.Epilogue) is { Length: > 0 } unparted)
                    {
                        // The lines that should part it are not those that it names.
                        Problem(PartName(several), _words["Mail.NoParts"]);
                        TakeText(unparted, unparted.Contains('<', StringComparison.Ordinal), PartName(several));
                    }

                    foreach (var one in several.Reverse())
                    {
                        open.Push(one);
                    }

                    break;
                case MessagePart { Message: { } inner }:
                    TakeHeaders(inner);
                    open.Push(inner.Body);
                    break;
                case TextPart { IsAttachment: false } text:
                    TakeText(TextOf(text), text.IsHtml, PartName(text));
                    break;
                default:
                    break;
            }
        }
    }

    private void TakeHeaders(MimeMessage letter)
    {
        foreach (var header in letter.Headers)
        {
            if (LinkHeaders.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var address in header.Value.Split('<').Skip(1).Select(one => one.Split('>')[0]))
                {
                    AddLink(address, header.Field);
                }
            }
            else if (ReceiptHeaders.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            {
                AddLink("mailto:" + header.Value.Split('<')[^1].Trim('>', ' '), header.Field);
            }
        }
    }

    private void TakeText(string text, bool isHtml, string where)
    {
        if (!isHtml)
        {
            foreach (var url in AddressesIn.Text(text).Take(BroughtLimits.Links))
            {
                AddLink(url, "");
            }

            return;
        }

        _htmlParts++;
        var html = new HtmlReader(language, where);
        _found.AddRange(html.Read(text.Length <= BroughtLimits.Text ? text : text[..BroughtLimits.Text]));
        _requests += html.Requests;
    }

    /// <summary>The part's text in the charset that it names, or in one that fits; nothing where its encoding cannot be undone.</summary>
    private string TextOf(TextPart part)
    {
        try
        {
            return part.Text ?? "";
        }
        catch (Exception broken) when (broken is FormatException or IOException or NotSupportedException or ArgumentException or DecoderFallbackException)
        {
            Problem(PartName(part), _words["Mail.BrokenPart"]);
            return "";
        }
    }

    private string PartName(MimeEntity part) => _words["Where.Part", language.Number(_parts), part.ContentType.MimeType];

    private void AddLink(string url, string text) => _found.Add(new BroughtItem.OfLink(BroughtLink.Of(url, text)));

    private void Problem(string where, string why) => _found.Add(new BroughtItem.OfProblem(new BroughtProblem(where, why)));
}

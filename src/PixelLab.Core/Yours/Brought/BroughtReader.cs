using System.Text;
using System.Text.RegularExpressions;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>
/// Recognises what somebody brought by its content, and reads it. Nothing of it makes it fail: what cannot be read is told as a
/// <see cref="BroughtProblem"/>.
/// </summary>
public static partial class BroughtReader
{
    /// <summary>Bytes that are looked at to recognise it.</summary>
    private const int Look = 16 * 1024;

    /// <summary>Whether it is packed with gzip (RFC 1952 section 2.3.1), by its first two bytes.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    /// <summary>Begins to read it.</summary>
    /// <param name="input">What was brought, from its beginning on; it can be gone back in.</param>
    /// <param name="name">The file's name, which is believed only where the content says nothing; null where it has none.</param>
    /// <param name="language">What is said is said in it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="mayUnpack">Told how many bytes have been unpacked, says whether more may be; null where all may.</param>
    public static async Task<BroughtThings> OpenAsync(
        Stream input, string? name, Language language, CancellationToken cancellation, Func<int, bool>? mayUnpack = null)
    {
        var start = input.Position;
        var head = await HeadAsync(input, cancellation);
        var content = input;
        if (IsPacked(head))
        {
            input.Position = start;
            head = await HeadAsync(new Unpacked(input, mayUnpack), cancellation);
            input.Position = start;
            content = new Unpacked(input, mayUnpack);
            if (head.Length == 0)
            {
                return Refused(language, "Packed.Broken");
            }
        }
        else
        {
            input.Position = start;
        }

        if (Binary(head) is { } reason)
        {
            return Refused(language, reason);
        }

        var encoding = EncodingOf(head, out var mark);
        await SkipAsync(content, mark, cancellation);
        var text = (encoding ?? Encoding.UTF8).GetString(head.AsSpan(mark));
        if (encoding is not null && encoding.CodePage != Encoding.UTF8.CodePage)
        {
            content = Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8, leaveOpen: true);
        }

        if (Json().IsMatch(text))
        {
            var isReplay = text.Contains("\"pixellab-replay\"", StringComparison.Ordinal);
            return new BroughtThings(isReplay ? BroughtKind.Request : BroughtKind.Har, new RecordingReader(language, isReplay).ReadAsync(content, cancellation));
        }

        if (IsLetter(text, name))
        {
            return new BroughtThings(BroughtKind.Mail, (await new MailReader(language).ReadAsync(content, cancellation)).ToAsyncEnumerable());
        }

        return await ReadTextAsync(content, language, cancellation);
    }

    /// <summary>What showing a page would ask for, where the page's address is known: relative addresses are whole then.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Its address.</param>
    /// <param name="language">What is said is said in it.</param>
    public static IEnumerable<BroughtRequest> RequestsOf(string html, Uri address, Language language) =>
        new HtmlReader(language, page: address).Read(html).OfType<BroughtItem.OfRequest>().Select(item => item.What);

    private static async Task<BroughtThings> ReadTextAsync(Stream content, Language language, CancellationToken cancellation)
    {
        var words = language[BroughtText.Words];
        var bytes = new FirstBytes(content, BroughtLimits.Text);
        using var whole = new MemoryStream();
        try
        {
            await bytes.CopyToAsync(whole, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return Refused(language, "Packed.Broken");
        }

        var text = Decoded(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        if (text.AsSpan().Trim("\0 \t\r\n").IsEmpty)
        {
            return Refused(language, "Text.Empty");
        }

        var isTable = LabTable.IsOne(text);
        var reader = new PastedReader(language);
        var found = (isTable ? LabTable.Read(text, language) : reader.Read(text)).ToList();
        if (bytes.IsUsedUp)
        {
            found.Add(new BroughtItem.OfProblem(new BroughtProblem(words["Where.Text"], words["Cut.Size", language.Number(BroughtLimits.Text / (1024 * 1024))])));
        }

        return (isTable ? BroughtKind.Request : reader.Kind) is { } kind ? new BroughtThings(kind, found.ToAsyncEnumerable()) : Refused(language, "Text.Unknown");
    }

    private static BroughtThings Refused(Language language, string reason)
    {
        var words = language[BroughtText.Words];
        var problem = new BroughtProblem(words["Where.File"], words[reason], IsNothingRead: true);
        return new BroughtThings(BroughtKind.Mixed, new BroughtItem[] { new BroughtItem.OfProblem(problem) }.ToAsyncEnumerable());
    }

    private static async Task<byte[]> HeadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new byte[Look];
        try
        {
            var read = await stream.ReadAtLeastAsync(head, Look, throwOnEndOfStream: false, cancellation);
            return head[..read];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static async Task SkipAsync(Stream stream, int bytes, CancellationToken cancellation) =>
        await stream.ReadExactlyAsync(new byte[bytes], cancellation);

    /// <summary>Why it is no text, by what files of its kind begin with; null where it may be one.</summary>
    private static string? Binary(ReadOnlySpan<byte> head) => head switch
    {
        _ when IsPacked(head) => "Binary.Gzip",
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => "Binary.Zip",
        [0x28, 0xB5, 0x2F, 0xFD, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "Binary.Packed",
        // POSIX ustar has its name in the first file's header.
        _ when head.Length > 262 && head[257..].StartsWith("ustar"u8) => "Binary.Packed",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "Binary.Pdf",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "Binary.Picture",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "Binary.Outlook",
        [0x0A, 0x0D, 0x0D, 0x0A, ..] or [0xD4, 0xC3, 0xB2, 0xA1, ..] or [0xA1, 0xB2, 0xC3, 0xD4, ..] => "Binary.Packets",
        _ => null,
    };

    /// <summary>The encoding that a byte order mark names, or that every second byte of ASCII tells; null where it has to be found out.</summary>
    private static Encoding? EncodingOf(ReadOnlySpan<byte> head, out int mark)
    {
        (var encoding, mark) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
            [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }

    /// <summary>Text of which nobody said how it is written: UTF-8, unless it is none; then what browsers take for Latin-1 is near enough.</summary>
    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Whether it begins as a letter does: with headers alone, and among them such as only letters have.</summary>
    private static bool IsLetter(string text, string? name)
    {
        var lines = text.TrimStart().Split('\n', 200);
        var headers = lines.SkipWhile(line => line.StartsWith("From ", StringComparison.Ordinal) || Length().IsMatch(line)).TakeWhile(line => line.Trim().Length > 0).ToList();
        if (headers.Count == 0 || !headers.SkipLast(1).All(line => line[0] is ' ' or '\t' || Header().IsMatch(line)))
        {
            return false;
        }

        var known = headers.Count(line => OfLetters().IsMatch(line));
        return known > 1 || (known == 1 && (headers.Count == 1 || name?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true || OnlyOfLetters().IsMatch(string.Join('\n', headers))));
    }

    /// <summary>How recordings begin, and other JSON but a list of texts, which is read as text; so are scripts and documents with a brace at their front.</summary>
    [GeneratedRegex(@"^\s*(?:\{\s*(?:[""}/]|$)|\[\s*(?:[\[\]{]|$))")]
    private static partial Regex Json();

    /// <summary>How long a letter is: Apple Mail writes it before each that it keeps (.emlx).</summary>
    [GeneratedRegex(@"^[0-9]{1,12} *\r?$")]
    private static partial Regex Length();

    [GeneratedRegex("^[!-9;-~]{1,100}:")]
    private static partial Regex Header();

    [GeneratedRegex("^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature|Reply-To|List-[A-Za-z]+|Authentication-Results|X-[A-Za-z-]+|ARC-[A-Za-z-]+|Content-Type|Content-Transfer-Encoding):", RegexOptions.IgnoreCase)]
    private static partial Regex OfLetters();

    [GeneratedRegex("^(?:Subject|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature):", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex OnlyOfLetters();
}

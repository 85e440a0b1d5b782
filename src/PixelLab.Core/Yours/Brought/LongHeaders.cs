using System.Text;

namespace PixelLab.Core.Yours.Brought;

/// <summary>
/// Cuts the headers of a letter and of its parts to what is looked at, before they are parsed: the parser moves all of a header for every bit more of
/// it, so that one of five megabytes takes it minutes.
/// </summary>
internal static class LongHeaders
{
    /// <summary>The most bytes of a header, with the lines that go on with it.</summary>
    private const int Most = 32 * 1024;

    /// <summary>Cuts them where they lie, and moves the rest to the front.</summary>
    /// <returns>How long the letter is then.</returns>
    public static int Cut(Span<byte> letter)
    {
        var (kept, header) = (0, 0);
        var (isHeaders, hasLetters) = (true, false);
        for (var at = 0; at < letter.Length;)
        {
            var line = LineAt(letter[at..]);
            at += line.Length;
            var isBlank = line.TrimEnd("\r\n"u8).IsEmpty;
            if (isBlank || line.StartsWith("--"u8) || line.StartsWith("From "u8))
            {
                // A part begins behind such a line, and a letter within the letter behind a blank one.
                isHeaders = (!isBlank || hasLetters) && IsHeader(letter[at..]);
            }

            if (isHeaders && !isBlank)
            {
                hasLetters = hasLetters || NamesLetters(Encoding.ASCII.GetString(line));
                header = line[0] is (byte)' ' or (byte)'\t' ? header + line.Length : line.Length;
                var room = Math.Clamp(Most - (header - line.Length), 0, line.Length);
                kept = Keep(letter, kept, line[..room]);
                if (room is > 0 && room < line.Length)
                {
                    letter[kept++] = (byte)'\n';
                }
            }
            else
            {
                kept = Keep(letter, kept, line);
            }
        }

        return kept;
    }

    /// <summary>Whether it names a part that is a letter itself, or a list of such.</summary>
    private static bool NamesLetters(string header) =>
        header.Contains("message/", StringComparison.OrdinalIgnoreCase) || header.Contains("/digest", StringComparison.OrdinalIgnoreCase);

    private static int Keep(Span<byte> letter, int kept, Span<byte> line)
    {
        line.CopyTo(letter[kept..]);
        return kept + line.Length;
    }

    private static Span<byte> LineAt(Span<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..(end + 1)];
    }

    /// <summary>Whether a header begins there: a name of visible characters, and a colon (RFC 5322, section 2.2).</summary>
    private static bool IsHeader(Span<byte> rest)
    {
        var colon = rest.IndexOf((byte)':');
        return colon > 0 && !rest[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }
}

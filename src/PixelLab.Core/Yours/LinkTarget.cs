using System.Buffers.Text;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Yours;

/// <summary>Finds the address within an address: where a redirector leads in the end, as far as its link says so itself.</summary>
internal static class LinkTarget
{
    /// <summary>A redirector within a redirector within a redirector; what is deeper is where the last of them leads.</summary>
    private const int Deepest = 4;

    /// <summary>The address that a link holds, in the innermost of its redirectors; null where it holds none.</summary>
    public static Uri? Within(Uri link)
    {
        Uri? found = null;
        for (var depth = 0; depth < Deepest && Next(found ?? link) is { } next; depth++)
        {
            found = next;
        }

        return found;
    }

    private static Uri? Next(Uri link)
    {
        foreach (var value in QueryText.Parse(link.OriginalString).Select(pair => pair.Value))
        {
            if (Address(value) is { } address)
            {
                return address;
            }
        }

        // Some put it into the path: as one part of it, encoded, or as all the rest of it.
        var path = link.AbsolutePath;
        if (path.Split('/').Select(part => Address(Uri.UnescapeDataString(part))).FirstOrDefault(address => address is not null) is { } part)
        {
            return part;
        }

        var start = path.IndexOf("/http", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : Read(path[(start + 1)..]);
    }

    /// <summary>The address that a value is, in plain text or in base64.</summary>
    private static Uri? Address(string value) =>
        Read(value) ?? (value.Length is > 11 and < BroughtLimits.Url && Decoded(value) is { } text ? Read(text) : null);

    private static Uri? Read(string value) =>
        WebAddress.IsOfTheWeb(value) && Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static string? Decoded(string value)
    {
        // “http” in base64 and base64url (RFC 4648 section 5) begins with these.
        if (!value.StartsWith("aHR0c", StringComparison.Ordinal))
        {
            return null;
        }

        var plain = value.Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return Base64Url.IsValid(plain) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(plain)) : null;
    }
}

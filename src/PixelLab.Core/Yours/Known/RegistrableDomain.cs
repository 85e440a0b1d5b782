using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// The part of a host's name that somebody registered, which is what browsers mean by a site: <c>shop.example.co.uk</c> belongs to <c>example.co.uk</c>. By the
/// Public Suffix List (publicsuffix.org, section "Format"; npm package psl, MIT), which is in the assembly (see KnownData.targets) and is read once.
/// </summary>
public static class RegistrableDomain
{
    private const string Resource = "psl.rules.js";

    /// <summary>The most labels of a name in the DNS (RFC 1035: 255 octets, of which each label takes two at least).</summary>
    private const int MostLabels = 127;

    private static readonly IdnMapping Names = new();

    private static readonly Lazy<FrozenSet<string>> Rules = new(Load);

    /// <summary>The domain that a host belongs to; the host itself where it is an address, a single name, or one that nobody can register.</summary>
    /// <param name="host">A host's name without its port, as it came.</param>
    public static string Of(string host)
    {
        var name = Ascii(host);
        var labels = name.Split('.');
        if (labels.Length is < 2 or > MostLabels || labels.Contains("") || IPAddress.TryParse(name.Trim('[', ']'), out _))
        {
            return host;
        }

        // From the longest name to the shortest: the first rule that fits is the most exact one.
        for (var first = 0; first < labels.Length; first++)
        {
            var rest = string.Join('.', labels[first..]);
            if (Rules.Value.Contains("!" + rest))
            {
                return rest;
            }

            var isSuffix = Rules.Value.Contains(rest) || Rules.Value.Contains("*." + string.Join('.', labels[(first + 1)..]));
            if (isSuffix || first == labels.Length - 1)
            {
                return first == 0 ? name : string.Join('.', labels[(first - 1)..]);
            }
        }

        return name;
    }

    /// <summary>The list is a module for scripts that holds one array of texts.</summary>
    private static FrozenSet<string> Load()
    {
        using var stream = typeof(RegistrableDomain).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var reader = new StreamReader(stream);
        var module = reader.ReadToEnd();
        var rules = JsonSerializer.Deserialize<string[]>(module[module.IndexOf('[', StringComparison.Ordinal)..].TrimEnd().TrimEnd(';'))!;
        return rules.Select(Ascii).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A name as the DNS has it; one that it cannot have stays as it came.</summary>
    private static string Ascii(string name)
    {
        try
        {
            return name.All(char.IsAscii) ? name.ToLowerInvariant() : Names.GetAscii(name);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}

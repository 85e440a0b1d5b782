using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Known;

/// <summary>The real vendors that the lab knows. Their files are in the assembly, and are read once, when the first request is.</summary>
public static class KnownVendors
{
    private const string Folder = "vendors/";
    private const string AnywhereFile = "anywhere.json";

    /// <summary>Where the signs stand that name no host.</summary>
    private const string AnyHost = "*";

    private static readonly Lazy<List<KnownVendor>> Vendors = new(() =>
        [.. Files().Select(file => Load(file, KnownJson.Default.KnownVendor)).OrderBy(vendor => vendor.Name, StringComparer.OrdinalIgnoreCase)]);

    private static readonly Lazy<HostTree<Candidate>> ByHost = new(Candidates);

    private static readonly Lazy<IReadOnlyList<KnownParameter>> KnownAnywhere = new(() => Load(AnywhereFile, KnownJson.Default.IReadOnlyListKnownParameter));

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<KnownVendor> All => Vendors.Value;

    /// <summary>The vendor of that name, or null.</summary>
    public static KnownVendor? Find(string? name) => Vendors.Value.Find(vendor => vendor.Name == name);

    /// <summary>What parameters and cookies mean whoever is asked.</summary>
    internal static IReadOnlyList<KnownParameter> Anywhere => KnownAnywhere.Value;

    /// <summary>What a parameter or cookie means whoever is asked, as those of links and banners; null where only somebody in particular knows.</summary>
    internal static KnownParameter? OfAnybody(string name) => Find(Anywhere, name);

    /// <summary>What the first whose name fits says.</summary>
    internal static KnownParameter? Find(IReadOnlyList<KnownParameter> known, string name)
    {
        // No closure: it is asked for each part of each request.
        foreach (var parameter in known)
        {
            if (Fits(parameter.Name, name))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>A vendor to which a host belongs, whatever is asked there; null where none does.</summary>
    internal static KnownVendor? AtHost(string host) => ByHost.Value.Of(host).FirstOrDefault()?.Vendor;

    /// <summary>What a cookie means that browsers send to a host, whatever is asked there; null where no vendor of that host knows it.</summary>
    internal static KnownParameter? CookieAt(string host, string name) =>
        ByHost.Value.Of(host).Select(candidate => Find(candidate.Vendor.Cookies, name)).FirstOrDefault(known => known is not null);

    /// <summary>Every vendor that claims a request, the one with the best reason first.</summary>
    internal static IEnumerable<Recognised> Claiming(string host, string path, IReadOnlyList<RequestPart> parts)
    {
        var segments = PathPattern.Segments(path);
        // A vendor's own host comes before what customers run anywhere, whose path and parameters may be alike.
        foreach (var candidate in ByHost.Value.Of(host).Concat(ByHost.Value.Of(AnyHost)))
        {
            if (candidate.Match(segments, parts) is { } named)
            {
                yield return new Recognised(candidate.Vendor, candidate.Sign, named);
            }
        }
    }

    /// <summary>Whether a text has the shape of a pattern, in which <c>*</c> stands for any characters, and beside it <c>?</c> for one.</summary>
    internal static bool Fits(string pattern, string text)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return pattern == text;
        }

        // Nearly all have one asterisk, and the matcher takes ten times as long.
        var end = pattern.AsSpan(star + 1);
        return end.Contains('*') || pattern.Contains('?', StringComparison.Ordinal)
            ? FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false)
            : text.Length >= pattern.Length - 1 && text.AsSpan().StartsWith(pattern.AsSpan(0, star)) && text.AsSpan().EndsWith(end);
    }

    private static HostTree<Candidate> Candidates()
    {
        var tree = new HostTree<Candidate>();
        var candidates = All.SelectMany(vendor => vendor.Recognise.Select(sign => new Candidate(vendor, sign, [.. sign.Paths.Select(path => new PathPattern(path))])));
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Weight))
        {
            foreach (var host in candidate.Sign.Hosts.DefaultIfEmpty(AnyHost))
            {
                tree.Add(host, candidate);
            }
        }

        return tree;
    }

    private static IEnumerable<string> Files() =>
        typeof(KnownVendors).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal));

    private static T Load<T>(string resource, JsonTypeInfo<T> type)
    {
        using var stream = typeof(KnownVendors).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly was built without {resource}.");
        try
        {
            return JsonSerializer.Deserialize(stream, type)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"{resource}: {wrong.Message}", wrong);
        }
    }

    /// <summary>One way to recognise a vendor.</summary>
    private sealed record Candidate(KnownVendor Vendor, RequestSign Sign, IReadOnlyList<PathPattern> Paths)
    {
        /// <summary>How much it says: of two that fit, the heavier is the more particular.</summary>
        public int Weight { get; } = Paths.Select(path => path.Weight).DefaultIfEmpty().Max() + Sign.With.Count;

        /// <summary>The named segments of the path, or null where the request is another's.</summary>
        public IReadOnlyList<NameValue>? Match(string[] path, IReadOnlyList<RequestPart> parts)
        {
            IReadOnlyList<NameValue>? named = Paths.Count == 0 ? [] : null;
            foreach (var pattern in Paths)
            {
                named ??= pattern.Match(path);
            }

            return named is not null && Sign.With.All(wanted => Has(wanted, parts)) ? named : null;
        }

        private static bool Has(string wanted, IReadOnlyList<RequestPart> parts)
        {
            var pair = wanted.Split('=', 2);
            return parts.Any(part => Fits(pair[0], part.Way) && (pair.Length == 1 || Fits(pair[1], part.Value)));
        }
    }
}

/// <summary>A vendor that a request was recognised as.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Sign">By what.</param>
/// <param name="PathParts">The segments of the path that the sign names.</param>
internal sealed record Recognised(KnownVendor Vendor, RequestSign Sign, IReadOnlyList<NameValue> PathParts);

using System.Buffers;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Yours;

/// <summary>
/// Explains a request that somebody brought: one of the invented town as the panel does, any other by what is known of real vendors, of the owners
/// of hosts and of the shapes of values. Pure, and never fails on what a request holds.
/// </summary>
public static class RequestReader
{
    private const string TownHost = "localhost";

    /// <summary>What stands in lists, addresses and codes.</summary>
    private static readonly SearchValues<char> NoWords = SearchValues.Create("{}[]<>~|=/\\");

    /// <summary>The most characters of what stands in a row by its own name.</summary>
    private const int MostNamed = 60;

    /// <summary>Explains a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="language">What is said is said in it.</param>
    public static ExplainedRequest Explain(BroughtRequest request, Language language)
    {
        var address = BroughtAddress.Read(request.Url);
        var wire = TownVendor(address);
        var explained = wire is null ? OfTheWorld(request, address, language) : OfTown(request, address, wire, language);
        return WithSite(explained with { Told = WithSearch(explained.Told) }, request, isOfTown: wire is not null, language);
    }

    /// <summary>Whoever gets the address of a search's page gets its words too.</summary>
    private static IReadOnlyList<Told> WithSearch(IReadOnlyList<Told> told)
    {
        var inAddress = told.All(one => one.Telling != Telling.Search)
            ? told.Where(one => one.Telling is Telling.Page or Telling.CameFrom)
                .Select(one => SearchWords.In(one.Value) is { } words ? new Told(Telling.Search, one.Field, words.Value, ValueKind.Text) : null)
                .FirstOrDefault(search => search is not null)
            : null;
        return inAddress is null ? told : [.. told.Append(inAddress).OrderBy(one => one.Telling)];
    }

    /// <summary>The request with what its site tells of it. A company of the town is no site's own, though they may share one name.</summary>
    private static ExplainedRequest WithSite(ExplainedRequest explained, BroughtRequest request, bool isOfTown, Language language)
    {
        var host = request.PageHost ?? explained.Told
            .Where(told => told.Telling == Telling.Page && told.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            .Select(told => BroughtAddress.Read(told.Value))
            .FirstOrDefault(page => page.Host.Length > 0 && TownVendor(page) is null)?.Host;
        var site = host is null ? null : RegistrableDomain.Of(host);
        var owner = host is null ? null : HostOwner.Of(host)?.Company;
        bool IsOwn(string domain, string? company) => domain == site || (owner is not null && company == owner);
        var lead = request.Lead ?? (Header(request, "Referer") is { } referrer ? new RecordedLead(IsFollowed(request) ? LeadMeans.Link : LeadMeans.Referrer, referrer) : null);
        var isFirstParty = !isOfTown && IsOwn(explained.Domain, explained.Owner);
        return explained with
        {
            Site = site,
            IsFirstParty = isFirstParty,
            Fields = isFirstParty && explained is { Vendor: null, Owner: null } ? AsOwn(explained.Fields, language) : explained.Fields,
            LedBy = lead is not null && BroughtAddress.Read(lead.Url) is { Host.Length: > 0 } by ? LedBy(lead.Means, by, IsOwn) : null,
        };
    }

    /// <summary>The fields of a request to the page's own site, of which nobody else is known as the owner; the first two are its host and its path.</summary>
    private static List<ExplainedField> AsOwn(IReadOnlyList<ExplainedField> fields, Language language) =>
        [
            .. fields.Select((field, place) => place > 1 ? field : field with
            {
                Meaning = place == 0 ? language[KnownText.Words]["Host.Own"] : field.Meaning,
                Control = PartExplainer.Control("Own", language),
            }),
        ];

    private static Lead LedBy(LeadMeans means, BroughtAddress by, Func<string, string?, bool> isOwn)
    {
        var town = TownVendor(by);
        var domain = RegistrableDomain.Of(by.Host);
        var owner = town?.Title ?? HostOwner.Of(by.Host)?.Company;
        return new Lead(means, by.Place, domain, owner, town is null && isOwn(domain, owner));
    }

    /// <summary>
    /// Whether a link or a form was followed: a document is opened, and not ahead of time. Where the browser does not say what for (to an address that
    /// is not secure), the recording may.
    /// </summary>
    private static bool IsFollowed(BroughtRequest request) =>
        (Header(request, "Sec-Fetch-Dest") is { } wanted ? wanted == "document" : request.IsForDocument) && Header(request, "Sec-Purpose") is null;

    private static string? Header(BroughtRequest request, string name) =>
        request.Headers.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The town's vendor that is asked: by the host's first label, or by the mount where all share one hostname.</summary>
    private static IVendorWire? TownVendor(BroughtAddress address) =>
        address.Host == TownHost || address.Host.EndsWith("." + TownHost, StringComparison.Ordinal)
            ? VendorList.Find((PagePlace.Read(address.Url)?.Name ?? address.Host).Split('.', 2)[0])
            : null;

    private static ExplainedRequest OfTown(BroughtRequest request, BroughtAddress address, IVendorWire wire, Language language)
    {
        var hit = HitOf(request, address, wire.Name);
        var fetch = FetchReader.Of(hit);
        var code = wire.EventOf(hit.Request);
        var category = wire.Disclosure switch
        {
            { InMail: true } => VendorCategories.Email,
            { Purpose: Purposes.Advertising } => VendorCategories.Advertising,
            _ => VendorCategories.Analytics,
        };
        var (fields, isPixel) = (HitExplainer.FieldsOfRequest(hit, language), code != VendorEvents.Unknown);
        return new ExplainedRequest(
            hit.Request.Method,
            request.Url,
            address.Host,
            wire.Title,
            wire.Title,
            category,
            isPixel ? code : null,
            isPixel ? fields : [.. fields.Select(field => field.Field == "path" ? field with { Meaning = language[KnownText.Words]["Path"] } : field)])
        {
            Did = isPixel ? EventWords.Of(code, wire.DetailOf(hit.Request), language) : AskedFor(hit.Request.Path, language),
            Means = fetch.Means,
            Told = ToldReader.Of(hit, fetch),
        };
    }

    private static ExplainedRequest OfTheWorld(BroughtRequest request, BroughtAddress address, Language language)
    {
        var hit = HitOf(request, address, vendor: "");
        var parts = RequestParts.Of(address, request.Body, hit.Request.Header("Content-Type"));
        var path = PlainText.Head(address.Path, PartLimits.Path);
        var known = KnownVendors.Claiming(address.Host, path, parts.All).FirstOrDefault();
        parts.AddPath(known?.PathParts ?? []);
        var owner = HostOwner.Of(address.Host);
        var fetch = FetchReader.Of(hit);
        var search = known is null && fetch.Means == FetchMeans.Navigation ? SearchWords.In(address.Url)?.Name : null;
        var explainer = new PartExplainer(address.Host, known?.Vendor, language) { Search = search };
        var fields = new List<ExplainedField>
        {
            Own("host", address.Host, HostMeaning(known?.Vendor, owner, language), language),
            Own("path", address.Path, language[KnownText.Words]["Path"], language),
        };
        fields.AddRange(parts.All.Select(explainer.Parameter));
        if (parts.IsCut)
        {
            fields.Add(new ExplainedField("…", "", FieldSource.Unknown, language[KnownText.Words]["Cut"], PartExplainer.Control("Unknown", language)));
        }

        fields.AddRange(HitExplainer.Headers(hit.Request, fetch.Means, explainer.Cookie, language));
        if (request.Body is { Length: > 0 } body)
        {
            fields.Add(HitExplainer.Body(body, fetch.Means, language));
        }

        var reported = EventOf(known, parts.All);
        IReadOnlyList<Told> told = [.. explainer.Told.Concat(ToldReader.Of(hit, fetch)).OrderBy(told => told.Telling)];
        return new ExplainedRequest(
            hit.Request.Method, request.Url, address.Host, known?.Vendor.Owner ?? owner?.Company, known?.Vendor.Name, known?.Vendor.Category ?? owner?.Category, reported, fields)
        {
            Did = reported is null ? AskedFor(address.Path, language) : DidOf(known?.Vendor, reported, told, language),
            Means = fetch.Means,
            Told = told,
        };
    }

    private static string? EventOf(Recognised? known, IReadOnlyList<RequestPart> parts)
    {
        if (known is null)
        {
            return null;
        }

        foreach (var name in known.Vendor.Event?.From ?? [])
        {
            var told = parts.Where(part => part.Value.Length > 0 && KnownVendors.Fits(name, part.Way)).Select(part => PlainText.Shown(part.Value, 100))
                .Distinct().Take(PartLimits.Events).ToList();
            if (told.Count > 0)
            {
                return string.Join(", ", told);
            }
        }

        return known.Sign.Event ?? known.Vendor.Event?.Otherwise;
    }

    /// <summary>A file, or whatever else reports nothing, by the end of its path.</summary>
    private static string AskedFor(string path, Language language) => language[KnownText.Words][
        "Did.Asked", language.Quoted(path[(path.TrimEnd('/').LastIndexOf('/') + 1)..] is { Length: > 0 } name ? name : "/", MostNamed)];

    /// <summary>A vendor's own name of an event is said in the field's words where its file knows them, and else stands as it is.</summary>
    private static string DidOf(KnownVendor? vendor, string reported, IReadOnlyList<Told> told, Language language)
    {
        var first = reported.Split(", ", 2)[0];
        var code = vendor?.Event?.Names.GetValueOrDefault(first) ?? first;
        return EventWords.Knows(code, language)
            ? EventWords.Of(code, DetailOf(code, told), language)
            : language[KnownText.Words]["Did.Reported", language.Quoted(first, MostNamed)];
    }

    /// <summary>What an event is about, as far as it is told in words that people read: many send numbers and lists instead.</summary>
    private static EventDetail DetailOf(string code, IReadOnlyList<Told> told)
    {
        string? Of(Telling telling) => told.FirstOrDefault(one => one.Telling == telling && IsWords(one.Value))?.Value;
        return new() { Subject = Of(code == VendorEvents.Search ? Telling.Search : Telling.Item), Target = Of(Telling.Clicked) };
    }

    private static bool IsWords(string value) => value.Any(char.IsLetter) && !value.AsSpan().ContainsAny(NoWords) && (value.Contains(' ') || !value.Any(char.IsDigit));

    private static string HostMeaning(KnownVendor? vendor, HostOwner? owner, Language language)
    {
        var words = language[KnownText.Words];
        return vendor is not null ? language.Sentences(
                words["Host.Vendor", vendor.Name, vendor.Owner], vendor.About, vendor.Believed ? words["Believed.Vendor"] : null)
            : owner is not null ? words["Host.Owner", PlainText.Shown(owner.Company, 80), owner.Category]
            : words["Host.Unknown"];
    }

    private static ExplainedField Own(string field, string value, string meaning, Language language) =>
        ExplainedField.Bounded(field, value, FieldSource.Page, meaning, PartExplainer.Control("Blocker", language), language);

    /// <summary>The request as the lab would have kept it, had it reached the lab. Line breaks in what was brought begin no header.</summary>
    private static Hit HitOf(BroughtRequest request, BroughtAddress address, string vendor)
    {
        var method = OneLine(PlainText.Head(request.Method, 20)).Split(' ', 2)[0];
        var lines = request.Headers.Where(header => !header.Name.StartsWith(':')).Select(header => OneLine($"{header.Name.Replace(':', ' ')}: {header.Value}"));
        var head = string.Join("\r\n", lines.Prepend($"{(method.Length == 0 ? "GET" : method)} {OneLine(address.Url)} HTTP/1.1"));
        return new Hit
        {
            At = DateTimeOffset.UnixEpoch,
            Vendor = vendor,
            Request = new CapturedRequest
            {
                Head = head,
                Scheme = address.Scheme,
                Path = vendor.Length > 0 ? PagePlace.Read(address.Url)?.Path.Split('?', 2)[0] ?? address.Path : address.Path,
                Address = "",
                HeadBytes = head.Length,
                Body = request.Body,
            },
        };
    }

    private static string OneLine(string text) => text.AsSpan().ContainsAny("\r\n") ? text.Replace('\r', ' ').Replace('\n', ' ') : text;
}

using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Web.Features.Yours;

/// <summary>What somebody brought, explained.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Requests">The requests in it: made ones, or those that showing it would make.</param>
/// <param name="Links">The links in it, which nobody asks for before somebody follows them.</param>
/// <param name="Problems">What could not be read, or not wholly.</param>
public sealed record ExplanationView(
    BroughtKind Kind, IReadOnlyList<ExplainedRequestView> Requests, IReadOnlyList<ExplainedLinkView> Links, IReadOnlyList<BroughtProblem> Problems);

/// <summary>A request, explained.</summary>
/// <param name="Where">Where it stood in what was brought.</param>
/// <param name="Method">Its method.</param>
/// <param name="Url">Its address.</param>
/// <param name="Host">The host in it.</param>
/// <param name="Domain">The part of the host's name that somebody registered.</param>
/// <param name="Site">The registered part of the name of the page that asked, or null where neither the request nor a recording tells it.</param>
/// <param name="FirstParty">Whether it went to the page’s own site: to the same registered name, or to a host of the same owner.</param>
/// <param name="Means">By what means it was made, as far as it tells.</param>
/// <param name="Owner">The company that the host belongs to, or null.</param>
/// <param name="Vendor">The usual name of the product, or null.</param>
/// <param name="Category">What the company does, or null.</param>
/// <param name="Event">What it reports, or null.</param>
/// <param name="Did">The same in plain words, as what somebody did; what was asked for, where it reports nothing.</param>
/// <param name="Fields">Everything that it carries.</param>
/// <param name="Told">What it told about somebody, the most telling first.</param>
/// <param name="Headers">The headers as they came.</param>
/// <param name="Body">The body as it came, or null.</param>
/// <param name="LedBy">Who led to it; left out where nothing tells.</param>
public sealed record ExplainedRequestView(
    string Where,
    string Method,
    string Url,
    string Host,
    string Domain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Site,
    bool FirstParty,
    FetchMeans Means,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Owner,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Vendor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Event,
    string Did,
    IReadOnlyList<ExplainedField> Fields,
    IReadOnlyList<ToldView> Told,
    IReadOnlyList<NameValue> Headers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Body,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LeadView? LedBy)
{
    internal static ExplainedRequestView Of(ExplainedRequest request, BroughtRequest brought) => new(
        brought.Where, request.Method, request.Url, request.Host, request.Domain, request.Site, request.IsFirstParty, request.Means, request.Owner, request.Vendor, request.Category, request.Event, request.Did, request.Fields,
        [.. request.Told.Select(ToldView.Of)], brought.Headers, brought.Body, request.LedBy is { } lead ? LeadView.Of(lead) : null);
}

/// <summary>Who led to a request.</summary>
/// <param name="How">By what: the reply to another request, a script, a document or style sheet, or whoever the header <c>Referer</c> names.</param>
/// <param name="Url">The address of the script, of the document, or of what redirected, without its query.</param>
/// <param name="Domain">The part of its host’s name that somebody registered.</param>
/// <param name="Owner">The company that the host belongs to, or null.</param>
/// <param name="FirstParty">Whether it belongs to the page’s own site.</param>
public sealed record LeadView(
    LeadMeans How, string Url, string Domain, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Owner, bool FirstParty)
{
    internal static LeadView Of(Lead lead) => new(lead.Means, lead.Url, lead.Domain, lead.Owner, lead.IsFirstParty);
}

/// <summary>One thing that a request told about somebody.</summary>
/// <param name="What">What kind of thing: <c>person</c>, <c>page</c>, <c>number</c>.</param>
/// <param name="Field">The field that told it.</param>
/// <param name="Value">What it said; a long one is cut.</param>
public sealed record ToldView(string What, string Field, string Value)
{
    internal static ToldView Of(Told told) => new(JsonNamingPolicy.SnakeCaseLower.ConvertName(told.Telling.ToString()), told.Field, told.Value);
}

/// <summary>A link, explained.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Text">What it says, or the header of the letter that it stands in.</param>
/// <param name="Through">The host of a redirector that it leads through, or null.</param>
/// <param name="Target">The address of which the link itself says that it leads there in the end, or null.</param>
/// <param name="Carries">What following it would carry.</param>
public sealed record ExplainedLinkView(
    string Url,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Through,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Target,
    IReadOnlyList<ExplainedField> Carries)
{
    internal static ExplainedLinkView Of(ExplainedLink link) => new(link.Url, link.Text, link.Through, link.Target, link.Carries);
}

/// <summary>How they are written, by the API and by the command alike.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExplanationView))]
[JsonSerializable(typeof(ExplainProgressView))]
public sealed partial class ExplanationJson : JsonSerializerContext;

using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>
/// Finds what a page, a snippet or a letter would ask for when it is shown, and where its links lead. Its tags are read one after the other and
/// no tree is made of them, so that none can be too deep.
/// </summary>
/// <param name="language">What is said is said in it.</param>
/// <param name="part">The part of a letter that it is, for people; null outside letters.</param>
/// <param name="page">The address of the page where it is known; what the page says of its own address is then not believed.</param>
internal sealed class HtmlReader(Language language, string? part = null, Uri? page = null)
{
    /// <summary>What <c>rel</c> says where the browser goes there by itself (HTML, section 4.6.7).</summary>
    private static readonly HashSet<string> FetchedRels = new(StringComparer.OrdinalIgnoreCase)
    {
        "stylesheet", "preload", "prefetch", "modulepreload", "prerender", "preconnect", "dns-prefetch", "icon", "apple-touch-icon", "mask-icon", "manifest",
    };

    private static readonly string[] PictureAttributes = ["src", "poster", "background", "lowsrc"];

    private readonly Words _words = language[BroughtText.Words];
    private readonly HashSet<(string Method, string Url)> _asked = [];
    private readonly List<BroughtItem> _found = [];
    private readonly StringBuilder _linkText = new();
    private readonly bool _isAddressKnown = page is not null;
    private Uri? _base = page;
    private string? _link;
    private int _relative;
    private int _links;

    /// <summary>How many requests were found.</summary>
    public int Requests => _asked.Count;

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="firstLine">The number of its first line, for people.</param>
    public IReadOnlyList<BroughtItem> Read(string html, int firstLine = 1)
    {
        ReadTags(html, isWithin: false, firstLine);
        FinishLink();
        if (_relative > 0)
        {
            Problem(_words["Where.Page"], _words.Count("Html.Relative", _relative));
        }

        if (_links > BroughtLimits.Links)
        {
            Problem(_words["Where.Page"], _words.Count("Cut.Links", BroughtLimits.Links));
        }

        return _found;
    }

    private void ReadTags(string html, bool isWithin, int firstLine)
    {
        using var source = new TextSource(html);
        var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { IsStrictMode = false };
        var raw = new StringBuilder();
        HtmlTagToken? within = null;
        while (tokens.Get() is var token && token.Type != HtmlTokenType.EndOfFile)
        {
            var line = token.Position.Line + firstLine - 1;
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    TakeTag(token.AsTag(), line, isWithin);
                    tokens.State = StateIn(token.Name);
                    within = tokens.State == HtmlParseMode.PCData ? null : token.AsTag();
                    break;
                case HtmlTokenType.Character when within is not null:
                    raw.Append(token.Data);
                    break;
                case HtmlTokenType.Character when _link is not null && _linkText.Length < BroughtLimits.LinkText:
                    _linkText.Append(token.Data);
                    break;
                case HtmlTokenType.EndTag:
                    TakeRaw(within?.Name, raw, line);
                    within = null;
                    if (token.Name == "a")
                    {
                        FinishLink();
                    }

                    break;
                case HtmlTokenType.Comment:
                    TakeComment(token.Data, line, isWithin);
                    break;
                default:
                    break;
            }
        }

        TakeRaw(within?.Name, raw, firstLine);
    }

    /// <summary>What is no markup within a tag (HTML, section 13.2.6.2).</summary>
    private static HtmlParseMode StateIn(string tag) => tag switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private void TakeTag(HtmlTagToken tag, int line, bool isWithin)
    {
        foreach (var name in PictureAttributes)
        {
            if (Attribute(tag, name) is { } url && (tag.Name != "input" || Attribute(tag, "type") is "image"))
            {
                Ask(url, tag.Name, name, line);
            }
        }

        foreach (var name in (ReadOnlySpan<string>)["srcset", "imagesrcset"])
        {
            foreach (var url in AddressesIn.Choices(Attribute(tag, name) ?? ""))
            {
                Ask(url, tag.Name, name, line);
            }
        }

        foreach (var url in AddressesIn.Style(Attribute(tag, "style") ?? ""))
        {
            Ask(url, tag.Name, "style", line);
        }

        switch (tag.Name)
        {
            case "base" when !_isAddressKnown && Uri.TryCreate(Attribute(tag, "href"), UriKind.Absolute, out var address):
                _base = address;
                break;
            case "link":
                TakeLinkTag(tag, line);
                break;
            case "meta" when Attribute(tag, "http-equiv") is { } kind && kind.Equals("refresh", StringComparison.OrdinalIgnoreCase):
                Ask(AfterUrl(Attribute(tag, "content")), tag.Name, "refresh", line);
                break;
            case "object" or "image" or "use" or "feimage":
                Ask(Attribute(tag, "data") ?? Attribute(tag, "href") ?? Attribute(tag, "xlink:href"), tag.Name, tag.Name == "object" ? "data" : "href", line);
                break;
            case "iframe" when !isWithin && Attribute(tag, "srcdoc") is { } page:
                ReadTags(page, isWithin: true, line);
                break;
            case "a" or "area":
                BeginLink(Attribute(tag, "href"));
                foreach (var url in (Attribute(tag, "ping") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    Ask(url, tag.Name, "ping", line, "POST");
                }

                break;
            case "form":
                BeginLink(Attribute(tag, "action"));
                FinishLink();
                break;
            case "img" when _link is not null && _linkText.Length == 0:
                _linkText.Append(Attribute(tag, "alt"));
                break;
            default:
                break;
        }
    }

    private void TakeLinkTag(HtmlTagToken tag, int line)
    {
        var rels = (Attribute(tag, "rel") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var href = Attribute(tag, "href");
        if (rels.Any(FetchedRels.Contains))
        {
            Ask(href, tag.Name, string.Join(' ', rels), line);
        }
        else if (rels.Contains("canonical", StringComparer.OrdinalIgnoreCase) && Uri.TryCreate(href, UriKind.Absolute, out var address))
        {
            // A page's source does not say where the page lies; mostly it is where it says that it belongs.
            _base ??= address;
        }
    }

    private void TakeRaw(string? tag, StringBuilder raw, int line)
    {
        if (tag is "style" or "script" && raw.Length > 0)
        {
            foreach (var url in tag == "style" ? AddressesIn.Style(raw.ToString()) : AddressesIn.Script(raw.ToString()))
            {
                Ask(url, tag, tag == "style" ? "url()" : "text", line);
            }
        }

        raw.Clear();
    }

    /// <summary>Some mail programs show what stands in a comment with a condition; browsers write where a saved page came from into one.</summary>
    private void TakeComment(string comment, int line, bool isWithin)
    {
        if (!isWithin && comment.StartsWith("[if", StringComparison.OrdinalIgnoreCase))
        {
            ReadTags(comment[(comment.IndexOf('>', StringComparison.Ordinal) + 1)..], isWithin: true, line);
        }
        else if (comment.Contains("saved from url=", StringComparison.Ordinal) && AddressesIn.Text(comment).FirstOrDefault() is { } saved)
        {
            _base ??= Uri.TryCreate(saved, UriKind.Absolute, out var address) ? address : null;
        }
    }

    /// <summary>As what a browser asks for it; null where the tag alone does not tell.</summary>
    private static FetchMeans? MeansOf(string tag, string attribute) => (tag, attribute) switch
    {
        (_, "ping") => FetchMeans.Ping,
        ("script", "src") => FetchMeans.Script,
        ("iframe" or "frame" or "embed" or "object", "src" or "data") => FetchMeans.Frame,
        ("audio" or "video" or "source" or "track", "src") => FetchMeans.Media,
        ("link", _) when attribute.Contains("stylesheet", StringComparison.OrdinalIgnoreCase) => FetchMeans.Style,
        ("meta", _) => FetchMeans.Navigation,
        ("link" or "script" or "style", _) or (_, "style") => null,
        _ => FetchMeans.Image,
    };

    /// <summary>What a page turns to by itself: <c>5; url=https://…</c>.</summary>
    private static string? AfterUrl(string? content)
    {
        var start = content?.IndexOf("url=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return start < 0 ? null : content![(start + 4)..].Trim(' ', '\'', '"');
    }

    private static string? Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    private void Ask(string? written, string tag, string attribute, int line, string method = "GET")
    {
        if (written is null)
        {
            return;
        }

        var url = WebAddress.Of(written, _base, out var isRelative);
        _relative += isRelative ? 1 : 0;
        if (url is not null && _asked.Add((method, url)))
        {
            var where = _words["Where.Tag", language.Number(line), $"{tag} {attribute}"];
            var request = new BroughtRequest(method, url, [], null, part is null ? where : $"{part}, {where}") { Means = MeansOf(tag, attribute) };
            _found.AddRange(Bounded.Items(request, language));
        }
    }

    private void BeginLink(string? href)
    {
        FinishLink();
        _link = href is null ? null : href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? href : WebAddress.Of(href, _base, out _);
    }

    private void FinishLink()
    {
        if (_link is not null && ++_links <= BroughtLimits.Links)
        {
            _found.Add(new BroughtItem.OfLink(BroughtLink.Of(_link, _linkText.ToString())));
        }

        _link = null;
        _linkText.Clear();
    }

    private void Problem(string where, string why) => _found.Add(new BroughtItem.OfProblem(new BroughtProblem(part ?? where, why)));
}

using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Yours;

/// <summary>A link that somebody brought, in plain words: where following it would lead, and through whom.</summary>
/// <param name="Url">The whole address.</param>
/// <param name="Text">What the link says, or the header of the letter that it stands in.</param>
/// <param name="Through">The host that it leads through, where that is not the target's own; null where it leads there straight.</param>
/// <param name="Target">The address of which the link holds that it leads there in the end; null where it holds none.</param>
/// <param name="Carries">What following it would carry.</param>
public sealed record ExplainedLink(string Url, string Text, string? Through, string? Target, IReadOnlyList<ExplainedField> Carries)
{
    /// <summary>Explains a link.</summary>
    public static ExplainedLink Of(BroughtLink link, Language language)
    {
        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return new ExplainedLink(link.Url, link.Text, null, null, []);
        }

        var request = RequestReader.Explain(new BroughtRequest("GET", link.Url, [], null, ""), language);
        var target = LinkTarget.Within(url);
        var leadsThrough = request.Event is "click" or "email_click" || (target is not null && !string.Equals(target.Host, url.Host, StringComparison.OrdinalIgnoreCase));
        return new ExplainedLink(link.Url, link.Text, leadsThrough ? url.Host : null, target?.AbsoluteUri, request.Fields);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PixelLab.Web.Pages;

/// <summary>
/// A sentence with links, code and bold words in it, so that a language can put them where they belong: <c>[words](0)</c> leads to the first
/// address, <c>`0`</c> is the first piece of code, <c>`words`</c> is code that stands in the sentence, and <c>**words**</c> are bold. A link to
/// an address that it is not given stays as it is written: somebody else's words may stand in the sentence.
/// </summary>
public sealed partial class LinkedText : ComponentBase
{
    /// <summary>The sentence.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The addresses that its links lead to.</summary>
    [Parameter]
    public IReadOnlyList<string> To { get; set; } = [];

    /// <summary>The name of the window that its links open in; null for the page's own.</summary>
    [Parameter]
    public string? Window { get; set; }

    /// <summary>What it shows as code, whoever wrote it.</summary>
    [Parameter]
    public IReadOnlyList<string> Code { get; set; } = [];

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var end = 0;
        foreach (Match part in Part().Matches(Text))
        {
            builder.AddContent(0, Text[end..part.Index]);
            if (part.Groups["bold"].Success)
            {
                builder.OpenElement(8, "b");
                builder.AddContent(9, part.Groups["bold"].Value);
                builder.CloseElement();
            }
            else if (!part.Groups["to"].Success)
            {
                builder.OpenElement(1, "code");
                builder.AddContent(2, At(part.Groups["place"], Code) ?? part.Groups["code"].Value);
                builder.CloseElement();
            }
            else if (At(part.Groups["to"], To) is { } address)
            {
                builder.OpenElement(3, "a");
                builder.AddAttribute(4, "href", address);
                builder.AddAttribute(5, "target", Window);
                builder.AddContent(6, part.Groups["words"].Value);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(7, part.Value);
            }

            end = part.Index + part.Length;
        }

        builder.AddContent(8, Text[end..]);
    }

    private static string? At(Group place, IReadOnlyList<string> values) =>
        place.Success ? values.ElementAtOrDefault(int.Parse(place.ValueSpan, CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\((?<to>\d)\)|`(?<code>(?<place>\d)|[^`]+)`|\*\*(?<bold>[^*]+)\*\*", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}

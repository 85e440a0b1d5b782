using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PixelLab.Web.Pages;

/// <summary>A sentence with links in it, so that a language can put them where they belong: <c>[words](0)</c> leads to the first address.</summary>
public sealed partial class LinkedText : ComponentBase
{
    /// <summary>The sentence.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The addresses that its links lead to.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> To { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var end = 0;
        foreach (Match link in Link().Matches(Text))
        {
            builder.AddContent(0, Text[end..link.Index]);
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", To[int.Parse(link.Groups["to"].ValueSpan, CultureInfo.InvariantCulture)]);
            builder.AddContent(3, link.Groups["words"].Value);
            builder.CloseElement();
            end = link.Index + link.Length;
        }

        builder.AddContent(4, Text[end..]);
    }

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\((?<to>\d)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}

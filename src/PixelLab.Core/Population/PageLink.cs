namespace PixelLab.Core.Population;

/// <summary>What somebody clicks on a page to get to the next one.</summary>
/// <param name="Text">The words on it.</param>
/// <param name="Path">Where a link leads, on its own site; null for a button.</param>
public sealed record PageLink(string Text, string? Path)
{
    /// <summary>
    /// What is clicked on the page that a step opens. Null where the visit ends there, and where the page has nothing that leads
    /// to the next one: people also use their bookmarks and the browser's own buttons, of which no script hears.
    /// </summary>
    public static PageLink? Of(Step step)
    {
        if (step.Next is not { } next)
        {
            return null;
        }

        switch (step.Kind, next.Kind)
        {
            case (StepKind.NewsArticle, StepKind.NewsArticle) when step.Thing == next.Thing:
                return null;
            case (StepKind.NewsFront or StepKind.NewsArticle, StepKind.NewsArticle):
            case (StepKind.ShopFront, StepKind.ShopCategory):
            case (StepKind.ShopCategory, StepKind.ShopProduct):
                var page = SimulatedPage.Of(step with { Kind = next.Kind, Thing = next.Thing });
                return new PageLink(page.Title, page.Path);
            case (StepKind.ShopProduct, StepKind.ShopCart) when step.Thing == next.Thing:
                return new PageLink("Add to cart", null);
            default:
                return null;
        }
    }
}

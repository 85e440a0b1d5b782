using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>Cuts what was found to what is looked at, and says so.</summary>
internal static class Bounded
{
    /// <summary>The request within its bounds, and before it a problem for each part of it that was cut.</summary>
    public static IEnumerable<BroughtItem> Items(BroughtRequest request, Language language)
    {
        var words = language[BroughtText.Words];
        var cut = new List<string>();
        string Cut(string text, int most, string what)
        {
            if (text.Length > most && !cut.Contains(what))
            {
                cut.Add(what);
            }

            return PlainText.Head(text, most);
        }

        var headers = request.Headers.Take(BroughtLimits.Headers)
            .Select(header => new NameValue(Cut(header.Name, BroughtLimits.Name, "Header"), Cut(header.Value, BroughtLimits.HeaderValue, "Header")))
            .ToList();
        if (request.Headers.Count > headers.Count)
        {
            cut.Add("Headers");
        }

        var bounded = request with
        {
            Method = Cut(request.Method, BroughtLimits.Name, "Method"),
            Url = Cut(request.Url, BroughtLimits.Url, "Url"),
            Headers = headers,
            Body = request.Body is { } body ? Cut(body, BroughtLimits.Body, "Body") : null,
        };
        foreach (var what in cut)
        {
            yield return new BroughtItem.OfProblem(new BroughtProblem(request.Where, words[$"Cut.{what}"]));
        }

        yield return new BroughtItem.OfRequest(bounded);
    }
}

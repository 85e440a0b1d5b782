using System.Text;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Tests.Yours;

/// <summary>What was found in something that was brought.</summary>
internal sealed record Bringing(
    BroughtKind Kind, IReadOnlyList<BroughtRequest> Requests, IReadOnlyList<BroughtLink> Links, IReadOnlyList<BroughtProblem> Problems)
{
    /// <summary>The one request.</summary>
    public BroughtRequest Request => Assert.Single(Requests);

    /// <summary>The addresses asked for.</summary>
    public IEnumerable<string> Urls => Requests.Select(request => request.Url);

    /// <summary>Whether what was brought is none of what can be read.</summary>
    public bool IsRefused => Requests.Count == 0 && Links.Count == 0 && Problems.Any(problem => problem.IsNothingRead);

    public static Task<Bringing> OfAsync(string text, string? name = null) => OfAsync(Encoding.UTF8.GetBytes(text), name);

    public static Task<Bringing> OfAsync(byte[] bytes, string? name = null) => OfAsync(new MemoryStream(bytes), name);

    public static async Task<Bringing> OfAsync(Stream stream, string? name = null)
    {
        var things = await BroughtReader.OpenAsync(stream, name, Language.English, TestContext.Current.CancellationToken);
        var found = new Bringing(things.Kind, [], [], []);
        var (requests, links, problems) = (new List<BroughtRequest>(), new List<BroughtLink>(), new List<BroughtProblem>());
        await foreach (var item in things.Items)
        {
            switch (item)
            {
                case BroughtItem.OfRequest request:
                    requests.Add(request.What);
                    break;
                case BroughtItem.OfLink link:
                    links.Add(link.What);
                    break;
                case BroughtItem.OfProblem problem:
                    problems.Add(problem.What);
                    break;
            }
        }

        return found with { Requests = requests, Links = links, Problems = problems };
    }

    /// <summary>A header's value.</summary>
    public string? Header(string name) =>
        Request.Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).SingleOrDefault();
}

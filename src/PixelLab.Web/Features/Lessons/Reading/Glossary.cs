using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>A term of the glossary.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Name">The term.</param>
/// <param name="Text">What it means, without markup.</param>
public sealed record GlossaryTerm(string Id, string Name, string Text);

/// <summary>The terms of one language.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Terms">The terms, in the order of the file.</param>
/// <param name="Problems">The mistakes found while reading.</param>
public sealed record Glossary(string Title, IReadOnlyList<GlossaryTerm> Terms, IReadOnlyList<LessonProblem> Problems)
{
    private const int MostText = 600;

    private readonly Dictionary<string, GlossaryTerm> _byId =
        Terms.GroupBy(term => term.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>A glossary without terms.</summary>
    public static Glossary Empty { get; } = new("", [], []);

    /// <summary>The term with that anchor, or null.</summary>
    public GlossaryTerm? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads the file: a heading of the second level a term, one or two sentences below.</summary>
    public static Glossary Read(string file, string text)
    {
        var problems = new List<LessonProblem>();
        var document = Markdown.Parse(text.Length <= LessonReader.MostCharacters ? text : text[..LessonReader.MostCharacters], LessonMarkdown.Pipeline);
        var terms = new List<GlossaryTerm>();
        var title = "";
        HeadingBlock? open = null;
        var words = new List<string>();
        void Close()
        {
            if (open is null)
            {
                return;
            }

            var meaning = string.Join(' ', words);
            if (meaning.Length is 0 or > MostText)
            {
                problems.Add(new LessonProblem(file, open.Line + 1, AuthorText.Text["Term.Large", MostText]));
            }

            terms.Add(new GlossaryTerm(
                open.GetAttributes().Id ?? "", LessonMarkdown.PlainText(open.Inline), meaning.Length <= MostText ? meaning : meaning[..MostText]));
            words.Clear();
        }

        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                Close();
                open = heading;
            }
            else if (block is HeadingBlock { Level: 1 } first)
            {
                title = LessonMarkdown.PlainText(first.Inline);
            }
            else if (block is ParagraphBlock paragraph && open is not null)
            {
                words.Add(LessonMarkdown.PlainText(paragraph.Inline));
            }
        }

        Close();
        return new Glossary(title, terms, problems);
    }
}

using System.Xml;
using System.Xml.Linq;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>Words in one language, from a resource file in the folder of its lessons.</summary>
/// <param name="Book">The name of the file that it translates.</param>
/// <param name="Words">The words, by their names.</param>
/// <param name="Problems">The mistakes found while reading.</param>
public sealed record WordsFile(string Book, IReadOnlyDictionary<string, string> Words, IReadOnlyList<LessonProblem> Problems)
{
    private const int MostWord = 2000;

    /// <summary>Reads the file: <c>&lt;data name="…"&gt;&lt;value&gt;…&lt;/value&gt;&lt;/data&gt;</c> for each word. Names that the lab does not have are told.</summary>
    public static WordsFile Read(string file, string book, string text)
    {
        var problems = new List<LessonProblem>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (WordList.All.FirstOrDefault(one => one.Name == book) is not { } known)
        {
            problems.Add(new LessonProblem(file, 1, AuthorText.Text["Words.Name", string.Join(", ", WordList.All.Select(one => one.Name + ".resx"))]));
            return new WordsFile(book, words, problems);
        }

        try
        {
            // No document type: a file from a stranger must not be able to name other files or to grow when read.
            using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            foreach (var data in XDocument.Load(reader, LoadOptions.SetLineInfo).Root!.Elements("data"))
            {
                var line = ((IXmlLineInfo)data).LineNumber;
                var name = data.Attribute("name")?.Value ?? "";
                var word = data.Element("value")?.Value ?? "";
                if (!known.Knows(name))
                {
                    problems.Add(new LessonProblem(file, line, AuthorText.Text["Words.Unknown", name, book]));
                }
                else if (word.Length is 0 or > MostWord)
                {
                    problems.Add(new LessonProblem(file, line, AuthorText.Text["Words.Large", name, MostWord]));
                }
                else
                {
                    words[name] = word;
                }
            }
        }
        catch (XmlException mistake)
        {
            problems.Add(new LessonProblem(file, Math.Max(1, mistake.LineNumber), AuthorText.Text["Words.Unreadable", mistake.Message]));
        }

        return new WordsFile(book, words, problems);
    }
}

using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A lesson as the one who teaches it needs it beside the console.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Predictions">The questions that can be asked of the room.</param>
/// <param name="Sections">Its sections in order, with the notes for instructors in them.</param>
public sealed record RoomLessonView(
    string Slug, string Title, IReadOnlyList<PredictionView> Predictions, IReadOnlyList<NotesView> Sections);

/// <summary>A lesson that a room can have.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Number">Its place on the path.</param>
/// <param name="Title">Its title.</param>
public sealed record LessonChoice(string Slug, int Number, string Title);

/// <summary>The questions that are asked before the lessons and after.</summary>
/// <param name="Slug">The slug of their page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Questions">The questions, in order.</param>
public sealed record QuestionsChoice(string Slug, string Title, IReadOnlyList<string> Questions);

/// <summary>A question of a lesson that is asked before seeing.</summary>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="Question">The question.</param>
/// <param name="Options">What can be answered.</param>
public sealed record PredictionView(string Id, string Question, IReadOnlyList<string> Options);

/// <summary>The notes for instructors in a section of a lesson.</summary>
/// <param name="Id">The section's anchor; empty above the first heading.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Notes">The notes, a paragraph each.</param>
/// <param name="Predictions">The questions in it that can be asked of the room, by their names in the lesson.</param>
public sealed record NotesView(string Id, string Title, IReadOnlyList<string> Notes, IReadOnlyList<string> Predictions);

/// <summary>How far a room is in its lesson.</summary>
/// <param name="Slug">The lesson.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tasks">Its tasks, in order.</param>
/// <param name="Students">How far each student is.</param>
public sealed record RoomProgressView(string Slug, string Title, IReadOnlyList<TaskView> Tasks, IReadOnlyList<StudentProgress> Students);

/// <summary>A task of a lesson that is ticked by what happened.</summary>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="Words">What it is about.</param>
/// <param name="Done">How many students have done it.</param>
public sealed record TaskView(string Id, string Words, int Done);

/// <summary>How far a student is.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Done">The tasks that are done, by their names.</param>
public sealed record StudentProgress(string Seat, IReadOnlyList<string> Done);

/// <summary>What a room has of its lesson: how far everybody is, questions to ask, notes for the one who teaches.</summary>
public sealed class RoomLessons(LessonLibrary library, SeatReadings readings)
{
    private const int MostWords = 140;

    /// <summary>The lesson of that slug that a room can have, or null. A guide is none.</summary>
    public Lesson? Find(string? slug) =>
        slug is { Length: > 0 } && library.Course().Find(SpokenLanguages.Default, slug) is { Head.IsOnPath: true } lesson ? lesson : null;

    /// <summary>The questions that are asked before the lessons and after, or null.</summary>
    public Lesson? Questions => library.Course().Questions(SpokenLanguages.Default);

    /// <summary>The same for the console.</summary>
    public QuestionsChoice? QuestionsView =>
        Questions is { } questions ? new(questions.Slug, questions.Head.Title, [.. questions.Parts.OfType<QuizPart>().Select(part => Words(part.Body))]) : null;

    /// <summary>A question of a lesson, or null.</summary>
    public PredictionView? FindPrediction(string? slug, string? id) =>
        Find(slug)?.Parts.OfType<PredictPart>().Where(part => part.Id == id).Select(Prediction).FirstOrDefault();

    /// <summary>The lesson for the console.</summary>
    public RoomLessonView View(Lesson lesson) => new(
        lesson.Slug, lesson.Head.Title, [.. lesson.Parts.OfType<PredictPart>().Select(Prediction)], [.. ForTeachers(lesson), .. Sections(lesson)]);

    /// <summary>How far everybody in a room is, from what their seats' events tell.</summary>
    public async Task<RoomProgressView> ProgressAsync(Room room, Lesson lesson, CancellationToken cancellation)
    {
        var checks = lesson.Checks.Where(check => check.Index >= 0).ToList();
        var students = new List<StudentProgress>(room.Students.Count);
        foreach (var student in room.People)
        {
            var answers = await readings.AnswersAsync(student.Seat, lesson, cancellation);
            students.Add(new StudentProgress(
                student.Seat.Value, [.. checks.Where(check => answers.Checks[check.Index].Outcome.IsMet).Select(check => check.Id)]));
        }

        return new RoomProgressView(
            lesson.Slug,
            lesson.Head.Title,
            [.. checks.Select(check => new TaskView(check.Id, Words(check.Body), students.Count(student => student.Done.Contains(check.Id))))],
            students);
    }

    private static PredictionView Prediction(PredictPart part) => new(
        part.Id, Words(part.Body), [.. part.Options.Select(option => Words(option.Text))]);

    /// <summary>What the head of a lesson says to the one who teaches it, as notes above all others.</summary>
    private IEnumerable<NotesView> ForTeachers(Lesson lesson)
    {
        var text = library.Course().Spoken.Text(SpokenLanguages.Default, WordList.Lessons);
        return lesson.Head.ForTeachers.Select(one => new NotesView("", text[one.Name], one.Items, []));
    }

    private static List<NotesView> Sections(Lesson lesson)
    {
        var sections = new List<NotesView>();
        var (id, title, notes, predictions) = ("", lesson.Head.Title, new List<string>(), new List<string>());
        foreach (var block in lesson.Document)
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                Close();
                (id, title, notes, predictions) = (heading.GetAttributes().Id ?? "", LessonMarkdown.PlainText(heading.Inline), [], []);
            }
            else if (block is CustomContainer container && LessonPart.Of(container) is { } part)
            {
                notes.AddRange(part is TeacherPart forTeacher ? Paragraphs(forTeacher.Body) : []);
                predictions.AddRange(part is PredictPart { Id: var prediction } ? [prediction] : []);
            }
        }

        Close();
        return sections;

        void Close()
        {
            if (id.Length > 0 || notes.Count > 0 || predictions.Count > 0)
            {
                sections.Add(new NotesView(id, title, notes, predictions));
            }
        }
    }

    private static IEnumerable<string> Paragraphs(IReadOnlyList<Block> blocks) => blocks
        .SelectMany(block => block is ContainerBlock container ? container.Descendants<LeafBlock>() : block is LeafBlock leaf ? [leaf] : [])
        .Select(leaf => LessonMarkdown.PlainText(leaf.Inline))
        .Where(text => text.Length > 0);

    /// <summary>Blocks as one text without markup, not longer than a line or two.</summary>
    private static string Words(IReadOnlyList<Block> blocks)
    {
        var words = string.Join(' ', Paragraphs(blocks));
        return words.Length <= MostWords ? words : string.Concat(words.AsSpan(0, MostWords - 1).TrimEnd(), "…");
    }
}

using System.Text.Json.Serialization;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Something an instructor does to a room. A closed list.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(SendAction), "send")]
[JsonDerivedType(typeof(SpotlightAction), "spotlight")]
[JsonDerivedType(typeof(DimAction), "dim")]
[JsonDerivedType(typeof(FreezeAction), "freeze")]
[JsonDerivedType(typeof(ResumeAction), "resume")]
[JsonDerivedType(typeof(CloseAction), "close")]
[JsonDerivedType(typeof(OpenAction), "open")]
[JsonDerivedType(typeof(LessonAction), "lesson")]
[JsonDerivedType(typeof(AskAction), "ask")]
[JsonDerivedType(typeof(AskAgainAction), "ask_again")]
[JsonDerivedType(typeof(ShowAnswersAction), "show_answers")]
[JsonDerivedType(typeof(HideAnswersAction), "hide_answers")]
[JsonDerivedType(typeof(EndPollAction), "end_poll")]
[JsonDerivedType(typeof(SwitchAction), "switch")]
[JsonDerivedType(typeof(StoryAction), "story")]
[JsonDerivedType(typeof(ResetAction), "reset")]
[JsonDerivedType(typeof(RemoveAction), "remove")]
[JsonDerivedType(typeof(RemoveAbsentAction), "remove_absent")]
public abstract record RoomAction;

/// <summary>Sends everyone to a page.</summary>
/// <param name="Host">The host of the town.</param>
/// <param name="Path">The path on it.</param>
public sealed record SendAction(string Host, string Path) : RoomAction;

/// <summary>Puts a hit on all screens.</summary>
/// <param name="Seat">The seat it is from.</param>
/// <param name="Event">The hit.</param>
/// <param name="Field">The field being talked about, where it is one.</param>
public sealed record SpotlightAction(string Seat, long Event, string? Field = null) : RoomAction;

/// <summary>Takes the hit off the screens.</summary>
public sealed record DimAction : RoomAction;

/// <summary>Holds the students' pages.</summary>
public sealed record FreezeAction : RoomAction;

/// <summary>Lets the students' pages go on.</summary>
public sealed record ResumeAction : RoomAction;

/// <summary>Lets nobody more in.</summary>
public sealed record CloseAction : RoomAction;

/// <summary>Lets students in again.</summary>
public sealed record OpenAction : RoomAction;

/// <summary>Chooses the lesson that the room is in.</summary>
/// <param name="Lesson">Its slug, or an empty text for none.</param>
public sealed record LessonAction(string Lesson) : RoomAction;

/// <summary>Asks a question: one of a lesson's, or one's own.</summary>
/// <param name="Question">One's own question.</param>
/// <param name="Options">What can be answered to it.</param>
/// <param name="Lesson">The lesson that the question is from.</param>
/// <param name="Prediction">The lesson's question, by its name there; it takes the place of one's own.</param>
public sealed record AskAction(
    string? Question = null, IReadOnlyList<string>? Options = null, string? Lesson = null, string? Prediction = null) : RoomAction;

/// <summary>Asks the same question again, after seeing.</summary>
public sealed record AskAgainAction : RoomAction;

/// <summary>Shows the answers to the students too.</summary>
public sealed record ShowAnswersAction : RoomAction;

/// <summary>Shows the answers to the instructor alone.</summary>
public sealed record HideAnswersAction : RoomAction;

/// <summary>Takes the question away.</summary>
public sealed record EndPollAction : RoomAction;

/// <summary>Turns a switch for everyone.</summary>
/// <param name="Name">The switch; <c>regime.all</c> is every site's banner.</param>
/// <param name="Value">Its value; an empty one puts it back.</param>
public sealed record SwitchAction(string Name, string Value) : RoomAction;

/// <summary>Tells everyone the story of a shoe, or ends it.</summary>
/// <param name="Round">“walk” for each at their own pace, one of the led rounds for the beat that all go to in step, or empty for the end.</param>
public sealed record StoryAction(string Round) : RoomAction;

/// <summary>Erases what has happened in the room; who is in it stays.</summary>
public sealed record ResetAction : RoomAction;

/// <summary>Takes a student out of the room.</summary>
/// <param name="Seat">The student's seat.</param>
public sealed record RemoveAction(string Seat) : RoomAction;

/// <summary>Takes out everybody who joined a while ago and has opened no page since.</summary>
public sealed record RemoveAbsentAction : RoomAction;

using System.ComponentModel.DataAnnotations;

namespace PixelLab.Web.Live;

/// <summary>
/// When the two ends of a stream take the line for lost although nobody closed it (configuration section <c>PixelLab:Live</c>).
/// The browser's side stands in <c>Client/Kit/Live/hub-connection.ts</c>: it waits for three signs of life before it calls anew.
/// </summary>
public sealed class LiveOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Live";

    /// <summary>The longest time between two signs of life: the browsers wait for three times five seconds.</summary>
    private static readonly TimeSpan MostKeepAlive = TimeSpan.FromSeconds(7);

    /// <summary>How often the server says that it is there.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// After how long a silence the server lets a reader go. Longer than a browser's patience, which pings slowly from a tab in
    /// the background.
    /// </summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeepAlive <= TimeSpan.Zero || KeepAlive > MostKeepAlive)
        {
            yield return new(LiveText.Text["Wrong.KeepAlive"]);
        }

        if (Silence < 2 * KeepAlive)
        {
            yield return new(LiveText.Text["Wrong.Silence"]);
        }
    }
}

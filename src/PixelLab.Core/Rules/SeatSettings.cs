using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Rules;

/// <summary>How a seat's switches stand: the last word on each.</summary>
public sealed class SeatSettings : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(SettingChanged));

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is SettingChanged changed)
        {
            if (changed.Name == SettingNames.Lesson)
            {
                // Put away twice, it is the same one.
                LessonAway = changed.Value.Length > 0 ? "" : Value(SettingNames.Lesson) is { Length: > 0 } open ? open : LessonAway;
            }

            _values[changed.Name] = changed.Value;
            _order.Remove(changed.Name);
            _order.Add(changed.Name);
        }
    }

    /// <summary>A switch's value, or the given one where it was never turned.</summary>
    public string Value(string name, string unset = "") => _values.GetValueOrDefault(name, unset);

    /// <summary>Whether a value was given to the first of two after the last that was given to the second.</summary>
    public bool IsLaterThan(string name, string other) => _order.IndexOf(name) > _order.IndexOf(other);

    /// <summary>The lesson whose step was put away, by its slug; empty while one is open.</summary>
    public string LessonAway { get; private set; } = "";

    /// <summary>Whether an on/off switch is on.</summary>
    public bool IsOn(string name) => Value(name) == "on";

    /// <summary>The kind of banner a site shows.</summary>
    public Regime RegimeOf(string site) => Regimes.Parse(Value(SettingNames.RegimePrefix + site)) ?? Regime.None;

    /// <summary>The vendor that a site's policy leaves out, or empty.</summary>
    public string OmittedBy(string site) => Value(SettingNames.PolicyOmitPrefix + site);

    /// <summary>Whether reports show a simulated town around the visitor. In a seat where invented people walk, they are there already.</summary>
    public bool HasTownAround => Value(SettingNames.TownAround) != "off" && Value(SettingNames.People).Length == 0;

    /// <summary>What the learner has booked at AdNet, or null.</summary>
    public AdCampaign? Campaign => Value(SettingNames.Campaign) is { Length: > 0 } key ? AdCampaigns.Find(key) : null;

    /// <summary>The switches that stand otherwise than at the start, but for those that only say how somebody likes to read.</summary>
    public IEnumerable<string> Turned => _values
        .Where(entry => entry.Value.Length > 0 && entry.Key is not (SettingNames.Theme or SettingNames.TownAround or SettingNames.Dots) && Switches.Has(entry.Key))
        .Select(entry => entry.Key);

    /// <summary>A copy that stays as it is when the seat moves on.</summary>
    public SeatSettings Snapshot()
    {
        var copy = new SeatSettings { LessonAway = LessonAway };
        foreach (var (name, value) in _values)
        {
            copy._values[name] = value;
        }

        copy._order.AddRange(_order);

        return copy;
    }
}

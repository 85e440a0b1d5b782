using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>Some of the kinds of events: those that somebody asks for, so that the log need not hand out all others.</summary>
public sealed class EventKinds
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(LabEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    private readonly FrozenSet<Type> _types;

    private EventKinds(IEnumerable<Type> types)
    {
        _types = types.ToFrozenSet();
        Beginnings = [.. _types.Select(type => Names[type]).Order(StringComparer.Ordinal).Select(name => Encoding.ASCII.GetBytes($"{{\"kind\":\"{name}\""))];
    }

    /// <summary>The kinds of which there are some for every view of a page. A seat has few of all others.</summary>
    public static EventKinds OfEveryPage { get; } = Of(typeof(Visit), typeof(PixelPlanted), typeof(Hit), typeof(PixelMissing));

    /// <summary>How the events of these kinds begin where they are kept: <see cref="LabEventJson"/> writes the kind first.</summary>
    public IReadOnlyList<byte[]> Beginnings { get; }

    /// <summary>These kinds.</summary>
    /// <param name="types">The types of their events.</param>
    public static EventKinds Of(params IEnumerable<Type> types) => new(types);

    /// <summary>These kinds and others.</summary>
    public EventKinds And(EventKinds others) => new(_types.Union(others._types));

    /// <summary>Whether an event is of one of them.</summary>
    public bool Has(LabEvent labEvent) => _types.Contains(labEvent.GetType());

    /// <summary>Whether one of them is among others.</summary>
    public bool Overlaps(EventKinds others) => _types.Overlaps(others._types);

    /// <summary>Whether an event is of one of them, by the JSON that was written of it.</summary>
    public bool Has(ReadOnlySpan<byte> json)
    {
        foreach (var beginning in Beginnings)
        {
            if (json.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }
}

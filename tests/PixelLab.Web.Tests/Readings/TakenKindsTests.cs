using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Web.Tests.Live;

namespace PixelLab.Web.Tests.Readings;

/// <summary>A reading that takes some kinds of events alone is not changed by any other: those are not read for it.</summary>
public sealed class TakenKindsTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<Type> Readings { get; } =
        [.. typeof(Reading).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(Reading)) && !type.IsAbstract && !type.ContainsGenericParameters && type.GetConstructor([]) is not null && Make(type).Takes is not null)];

    [Theory]
    [MemberData(nameof(Readings))]
    public void What_a_reading_does_not_take_changes_nothing_in_it(Type type)
    {
        var reading = Make(type);
        var before = StateOf(reading);
        var (taken, others) = (OneOfEachKind.All.Where(reading.Takes!.Has).ToList(), OneOfEachKind.All.Where(one => !reading.Takes.Has(one)).ToList());
        Assert.NotEmpty(taken);
        reading.AddAll(others);
        Assert.Equal(before, StateOf(reading));
    }

    [Fact]
    public void Every_kind_is_told_by_how_its_event_begins_where_it_is_kept()
    {
        foreach (var one in OneOfEachKind.All)
        {
            Assert.True(EventKinds.Of(one.GetType()).Has(LabEventJson.Write(one)));
            Assert.All(OneOfEachKind.All.Where(other => other.GetType() != one.GetType()), other =>
                Assert.False(EventKinds.Of(other.GetType()).Has(LabEventJson.Write(one))));
        }
    }

    private static Reading Make(Type type) => (Reading)Activator.CreateInstance(type)!;

    /// <summary>All that a reading holds, written out.</summary>
    private static string StateOf(object? held)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return Write(held);

        string Write(object? one) => one switch
        {
            null => "null",
            string or ValueType and not ITuple => $"{one}",
            IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Write))}]",
            Delegate or Type => "",
            _ when !seen.Add(one) => "again",
            _ => $"{one.GetType().Name}({string.Join(", ", FieldsOf(one.GetType()).Select(field => Write(field.GetValue(one))))})",
        };
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) =>
        type is null ? [] : type.GetFields(Fields | BindingFlags.DeclaredOnly).Where(field => field.FieldType != typeof(EventKinds)).Concat(FieldsOf(type.BaseType));
}

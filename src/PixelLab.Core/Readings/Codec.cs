using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using PixelLab.Core.Events;

namespace PixelLab.Core.Readings;

/// <summary>How a value of a type stands in a <see cref="ReadingSnapshot"/>.</summary>
internal abstract class Codec
{
    private static readonly ConcurrentDictionary<Type, Codec> Known = new();

    /// <summary>The one of a type.</summary>
    /// <exception cref="NotSupportedException">Values of that type cannot be written down: a function, or something of another library.</exception>
    public static Codec Of(Type type) => Known.GetOrAdd(type, Make);

    /// <summary>Writes a value.</summary>
    public abstract void WriteObject(SnapshotWriter writer, object? value);

    /// <summary>Reads one.</summary>
    public abstract object? ReadObject(SnapshotReader reader);

    /// <summary>Keys and members are told apart as they are by default, which for texts is by their letters.</summary>
    protected static void CheckComparer<TKey>(IEqualityComparer<TKey> comparer)
    {
        if (!comparer.Equals(EqualityComparer<TKey>.Default) && !comparer.Equals(StringComparer.Ordinal))
        {
            throw new NotSupportedException($"What is told apart by {comparer} cannot be written down.");
        }
    }

    private static Codec Make(Type type)
    {
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return Simple(type)
            ?? (type.IsEnum ? Typed(typeof(EnumCodec<>), type)
            : type.IsAssignableTo(typeof(LabEvent)) ? Typed(typeof(EventCodec<>), type)
            : type.IsArray ? Typed(typeof(ArrayCodec<>), type.GetElementType()!)
            : generic == typeof(Nullable<>) ? Typed(typeof(NullableCodec<>), type.GetGenericArguments())
            : generic == typeof(IReadOnlyList<>) ? Typed(typeof(ReadOnlyListCodec<>), type.GetGenericArguments())
            : generic == typeof(IReadOnlySet<>) ? Typed(typeof(ReadOnlySetCodec<>), type.GetGenericArguments())
            : generic == typeof(List<>) ? Typed(typeof(ListCodec<>), type.GetGenericArguments())
            : generic == typeof(Queue<>) ? Typed(typeof(QueueCodec<>), type.GetGenericArguments())
            : generic == typeof(HashSet<>) ? Typed(typeof(HashSetCodec<>), type.GetGenericArguments())
            : generic == typeof(Dictionary<,>) ? Typed(typeof(DictionaryCodec<,>), type.GetGenericArguments())
            : type.IsAssignableTo(typeof(ITuple)) && type.IsValueType ? Typed(typeof(FieldsCodec<>), type)
            : type.Assembly == typeof(Codec).Assembly ? Typed(type.IsAbstract || type.IsInterface ? typeof(NamedCodec<>) : typeof(FieldsCodec<>), type)
            : throw new NotSupportedException($"{type} cannot be written down."));
    }

    private static Codec Typed(Type codec, params Type[] types) => (Codec)Activator.CreateInstance(codec.MakeGenericType(types))!;

    private static Codec? Simple(Type type) =>
        type == typeof(string) ? new SimpleCodec<string?>((writer, value) => writer.WriteText(value), reader => reader.ReadText())
        : type == typeof(bool) ? new SimpleCodec<bool>((writer, value) => writer.Write(value), reader => reader.ReadBoolean())
        : type == typeof(int) ? new SimpleCodec<int>((writer, value) => writer.Write7BitEncodedInt(value), reader => reader.Read7BitEncodedInt())
        : type == typeof(long) ? new SimpleCodec<long>((writer, value) => writer.Write7BitEncodedInt64(value), reader => reader.Read7BitEncodedInt64())
        : type == typeof(decimal) ? new SimpleCodec<decimal>((writer, value) => writer.Write(value), reader => reader.ReadDecimal())
        : type == typeof(double) ? new SimpleCodec<double>((writer, value) => writer.Write(value), reader => reader.ReadDouble())
        : type == typeof(TimeSpan) ? new SimpleCodec<TimeSpan>((writer, value) => writer.Write(value.Ticks), reader => new TimeSpan(reader.ReadInt64()))
        : type == typeof(DateTimeOffset) ? new SimpleCodec<DateTimeOffset>(
            (writer, value) =>
            {
                writer.Write(value.Ticks);
                writer.Write((short)value.TotalOffsetMinutes);
            },
            reader => new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16())))
        : null;
}

/// <summary>How a value of a type stands there, without a box around it.</summary>
internal abstract class Codec<T> : Codec
{
    /// <summary>The one of the type.</summary>
    public static Codec<T> Own => field ??= (Codec<T>)Of(typeof(T));

    public abstract void Write(SnapshotWriter writer, T value);

    public abstract T Read(SnapshotReader reader);

    /// <inheritdoc />
    public override void WriteObject(SnapshotWriter writer, object? value) => Write(writer, (T)value!);

    /// <inheritdoc />
    public override object? ReadObject(SnapshotReader reader) => Read(reader);
}

internal sealed class SimpleCodec<T>(Action<SnapshotWriter, T> write, Func<SnapshotReader, T> read) : Codec<T>
{
    /// <inheritdoc />
    public override void Write(SnapshotWriter writer, T value) => write(writer, value);

    /// <inheritdoc />
    public override T Read(SnapshotReader reader) => read(reader);
}

internal sealed class EnumCodec<T> : Codec<T>
    where T : struct, Enum
{
    /// <inheritdoc />
    public override void Write(SnapshotWriter writer, T value) => writer.Write7BitEncodedInt(Convert.ToInt32(value, null));

    /// <inheritdoc />
    public override T Read(SnapshotReader reader) => (T)Enum.ToObject(typeof(T), reader.Read7BitEncodedInt());
}

internal sealed class NullableCodec<T> : Codec<T?>
    where T : struct
{
    /// <inheritdoc />
    public override void Write(SnapshotWriter writer, T? value)
    {
        writer.Write(value.HasValue);
        if (value is { } held)
        {
            Codec<T>.Own.Write(writer, held);
        }
    }

    /// <inheritdoc />
    public override T? Read(SnapshotReader reader) => reader.ReadBoolean() ? Codec<T>.Own.Read(reader) : null;
}

/// <summary>An object that others may point to as well: it is written once.</summary>
internal abstract class ReferenceCodec<T> : Codec<T?>
    where T : class
{
    /// <inheritdoc />
    public sealed override void Write(SnapshotWriter writer, T? value)
    {
        if (writer.Begins(value))
        {
            WriteContent(writer, value!);
        }
    }

    /// <inheritdoc />
    public sealed override T? Read(SnapshotReader reader) => reader.Begins(out var known) ? ReadContent(reader, reader.Number) : (T?)known;

    protected abstract void WriteContent(SnapshotWriter writer, T value);

    protected abstract T ReadContent(SnapshotReader reader, int number);
}

/// <summary>An event, as the log writes it.</summary>
internal sealed class EventCodec<T> : ReferenceCodec<T>
    where T : LabEvent
{
    /// <inheritdoc />
    protected override void WriteContent(SnapshotWriter writer, T value)
    {
        var json = LabEventJson.Write(value);
        writer.Write7BitEncodedInt64(value.Id);
        writer.WriteText(value.Seat.Value);
        writer.Write7BitEncodedInt(json.Length);
        writer.Write(json);
    }

    /// <inheritdoc />
    protected override T ReadContent(SnapshotReader reader, int number)
    {
        var id = reader.Read7BitEncodedInt64();
        _ = SeatId.TryParse(reader.ReadText(), out var seat);
        return reader.Is(number, (T)LabEventJson.Read(reader.ReadBytes(reader.Read7BitEncodedInt()), id, seat));
    }
}

/// <summary>Something with elements in an order.</summary>
internal abstract class CollectionCodec<T, TElement> : ReferenceCodec<T>
    where T : class, IEnumerable<TElement>
{
    /// <inheritdoc />
    protected sealed override void WriteContent(SnapshotWriter writer, T value)
    {
        Check(value);
        writer.Write7BitEncodedInt(value.Count());
        foreach (var element in value)
        {
            Codec<TElement>.Own.Write(writer, element);
        }
    }

    /// <inheritdoc />
    protected sealed override T ReadContent(SnapshotReader reader, int number)
    {
        var count = reader.Read7BitEncodedInt();
        var collection = reader.Is(number, Make(count));
        for (var place = 0; place < count; place++)
        {
            Put(collection, place, Codec<TElement>.Own.Read(reader));
        }

        return collection;
    }

    protected abstract T Make(int count);

    protected abstract void Put(T collection, int place, TElement element);

    protected virtual void Check(T value)
    {
    }
}

internal sealed class ArrayCodec<T> : CollectionCodec<T[], T>
{
    /// <inheritdoc />
    protected override T[] Make(int count) => new T[count];

    /// <inheritdoc />
    protected override void Put(T[] collection, int place, T element) => collection[place] = element;
}

/// <summary>A list of which it does not matter what it is.</summary>
internal sealed class ReadOnlyListCodec<T> : CollectionCodec<IReadOnlyList<T>, T>
{
    /// <inheritdoc />
    protected override IReadOnlyList<T> Make(int count) => new T[count];

    /// <inheritdoc />
    protected override void Put(IReadOnlyList<T> collection, int place, T element) => ((T[])collection)[place] = element;
}

internal sealed class ListCodec<T> : CollectionCodec<List<T>, T>
{
    /// <inheritdoc />
    protected override List<T> Make(int count) => new(count);

    /// <inheritdoc />
    protected override void Put(List<T> collection, int place, T element) => collection.Add(element);
}

internal sealed class QueueCodec<T> : CollectionCodec<Queue<T>, T>
{
    /// <inheritdoc />
    protected override Queue<T> Make(int count) => new(count);

    /// <inheritdoc />
    protected override void Put(Queue<T> collection, int place, T element) => collection.Enqueue(element);
}

internal sealed class HashSetCodec<T> : CollectionCodec<HashSet<T>, T>
{
    /// <inheritdoc />
    protected override HashSet<T> Make(int count) => new(count);

    /// <inheritdoc />
    protected override void Put(HashSet<T> collection, int place, T element) => collection.Add(element);

    /// <inheritdoc />
    protected override void Check(HashSet<T> value) => CheckComparer(value.Comparer);
}

/// <summary>A set of which it does not matter what it is.</summary>
internal sealed class ReadOnlySetCodec<T> : CollectionCodec<IReadOnlySet<T>, T>
{
    /// <inheritdoc />
    protected override IReadOnlySet<T> Make(int count) => new HashSet<T>(count);

    /// <inheritdoc />
    protected override void Put(IReadOnlySet<T> collection, int place, T element) => ((HashSet<T>)collection).Add(element);
}

internal sealed class DictionaryCodec<TKey, TValue> : ReferenceCodec<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    /// <inheritdoc />
    protected override void WriteContent(SnapshotWriter writer, Dictionary<TKey, TValue> value)
    {
        CheckComparer(value.Comparer);
        writer.Write7BitEncodedInt(value.Count);
        foreach (var (key, one) in value)
        {
            Codec<TKey>.Own.Write(writer, key);
            Codec<TValue>.Own.Write(writer, one);
        }
    }

    /// <inheritdoc />
    protected override Dictionary<TKey, TValue> ReadContent(SnapshotReader reader, int number)
    {
        var count = reader.Read7BitEncodedInt();
        var dictionary = reader.Is(number, new Dictionary<TKey, TValue>(count));
        for (var place = 0; place < count; place++)
        {
            dictionary.Add(Codec<TKey>.Own.Read(reader), Codec<TValue>.Own.Read(reader));
        }

        return dictionary;
    }
}

/// <summary>An object or value of this assembly: its fields.</summary>
internal sealed class FieldsCodec<T> : Codec<T>
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly List<FieldInfo> _fields = [.. FieldsOf(typeof(T))];
    private Codec[]? _codecs;

    /// <summary>Of the fields; asked for once it is known itself, for a type may hold some of its own.</summary>
    private Codec[] Codecs => _codecs ??= [.. _fields.Select(one => Of(one.FieldType))];

    /// <inheritdoc />
    public override void Write(SnapshotWriter writer, T value)
    {
        if (!typeof(T).IsValueType)
        {
            if (!writer.Begins(value))
            {
                return;
            }

            if (value!.GetType() != typeof(T))
            {
                throw new NotSupportedException($"{value.GetType()} in place of {typeof(T)} cannot be written down.");
            }
        }

        object held = value!;
        for (var place = 0; place < _fields.Count; place++)
        {
            Codecs[place].WriteObject(writer, _fields[place].GetValue(held));
        }
    }

    /// <inheritdoc />
    public override T Read(SnapshotReader reader)
    {
        var held = RuntimeHelpers.GetUninitializedObject(typeof(T));
        if (!typeof(T).IsValueType)
        {
            if (!reader.Begins(out var known))
            {
                return (T)known!;
            }

            reader.Is(reader.Number, held);
        }

        for (var place = 0; place < _fields.Count; place++)
        {
            _fields[place].SetValue(held, Codecs[place].ReadObject(reader));
        }

        return (T)held;
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null ? [] : FieldsOf(type.BaseType).Concat(type.GetFields(Declared));
}

/// <summary>One of several types of this assembly, with its name.</summary>
internal sealed class NamedCodec<T> : Codec<T?>
    where T : class
{
    /// <inheritdoc />
    public override void Write(SnapshotWriter writer, T? value)
    {
        writer.WriteText(value?.GetType().FullName);
        if (value is not null)
        {
            Of(value.GetType()).WriteObject(writer, value);
        }
    }

    /// <inheritdoc />
    public override T? Read(SnapshotReader reader) => reader.ReadText() is { } name ? (T)Of(typeof(Codec).Assembly.GetType(name, throwOnError: true)!).ReadObject(reader)! : null;
}

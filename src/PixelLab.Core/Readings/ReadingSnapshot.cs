using System.Security.Cryptography;
using System.Text;

namespace PixelLab.Core.Readings;

/// <summary>
/// What a reading has come to, as bytes: its fields, whatever they are, so that a reading needs no code for it. The bytes are for the same build of this
/// assembly and for nobody else; any other finds nothing in them, and the events are read again.
/// </summary>
public static class ReadingSnapshot
{
    private const int HashBytes = 32;

    private static readonly byte[] Build = typeof(ReadingSnapshot).Module.ModuleVersionId.ToByteArray();

    /// <summary>Writes down a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="position">Up to which event it has read.</param>
    /// <param name="count">How many it has taken.</param>
    /// <exception cref="NotSupportedException">It holds something that cannot be written down.</exception>
    public static byte[] Write(Reading reading, long position, int count)
    {
        using var bytes = new MemoryStream();
        bytes.SetLength(HashBytes);
        bytes.Position = HashBytes;
        using (var writer = new SnapshotWriter(bytes))
        {
            writer.Write(Build);
            writer.Write(position);
            writer.Write(count);
            Codec.Of(reading.GetType()).WriteObject(writer, reading);
        }

        var written = bytes.ToArray();
        SHA256.HashData(written.AsSpan(HashBytes), written);
        return written;
    }

    /// <summary>Reads what was written down; null where it is of another build, of another reading, or damaged.</summary>
    public static (Reading Reading, long Position, int Count)? Read(byte[] written, Type type)
    {
        if (written.Length < HashBytes + Build.Length
            || !SHA256.HashData(written.AsSpan(HashBytes)).AsSpan().SequenceEqual(written.AsSpan(0, HashBytes))
            || !written.AsSpan(HashBytes, Build.Length).SequenceEqual(Build))
        {
            return null;
        }

        using var reader = new SnapshotReader(new MemoryStream(written, HashBytes + Build.Length, written.Length - HashBytes - Build.Length));
        var (position, count) = (reader.ReadInt64(), reader.ReadInt32());
        return Codec.Of(type).ReadObject(reader) is Reading reading ? (reading, position, count) : null;
    }
}

/// <summary>Writes values; each text and each object once, and from then on its number.</summary>
internal sealed class SnapshotWriter(Stream into) : BinaryWriter(into, Encoding.UTF8, leaveOpen: true)
{
    private readonly Dictionary<object, int> _objects = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>Begins an object; false where it has been written, or is null.</summary>
    public bool Begins(object? value)
    {
        if (value is null)
        {
            Write7BitEncodedInt(0);
            return false;
        }

        var number = _objects.Count + 1;
        if (!_objects.TryAdd(value, number))
        {
            Write7BitEncodedInt(_objects[value]);
            return false;
        }

        Write7BitEncodedInt(number);
        return true;
    }

    public void WriteText(string? text)
    {
        if (text is null)
        {
            Write7BitEncodedInt(0);
        }
        else if (_texts.TryGetValue(text, out var number))
        {
            Write7BitEncodedInt(number);
        }
        else
        {
            _texts[text] = _texts.Count + 1;
            Write7BitEncodedInt(_texts.Count);
            Write(text);
        }
    }
}

/// <summary>Reads what <see cref="SnapshotWriter"/> has written.</summary>
internal sealed class SnapshotReader(Stream from) : BinaryReader(from, Encoding.UTF8)
{
    private readonly List<object?> _objects = [null];
    private readonly List<string?> _texts = [null];

    /// <summary>Begins an object; false where it has been read, or is null.</summary>
    public bool Begins(out object? known)
    {
        var number = Read7BitEncodedInt();
        if (number < _objects.Count)
        {
            known = _objects[number];
            return false;
        }

        known = null;
        _objects.Add(null);
        return true;
    }

    /// <summary>The number of the object that has just begun.</summary>
    public int Number => _objects.Count - 1;

    /// <summary>Tells what the object is, as soon as it is there.</summary>
    public T Is<T>(int number, T value)
    {
        _objects[number] = value;
        return value;
    }

    public string? ReadText()
    {
        var number = Read7BitEncodedInt();
        if (number == _texts.Count)
        {
            _texts.Add(ReadString());
        }

        return _texts[number];
    }
}

using System.Buffers.Binary;
using System.Text;

namespace PixelLab.Browser.Tests.Pictures;

/// <summary>Pictures of a browser's window, one after the other, as a moving PNG (PNG, third edition, 11.3.6): browsers and GitHub show it without a player.</summary>
internal sealed class MovingPicture
{
    private const int SignatureLength = 8;
    private const int ThousandthsOfASecond = 1000;

    private readonly List<(byte[] Png, int Milliseconds)> _frames = [];

    /// <summary>Adds a picture, which stands for so long. All are equally large.</summary>
    public void Add(byte[] png, int milliseconds) => _frames.Add((png, milliseconds));

    /// <summary>The file.</summary>
    public byte[] ToPng()
    {
        using var file = new MemoryStream();
        file.Write(_frames[0].Png.AsSpan(0, SignatureLength));
        var header = Chunks(_frames[0].Png).Single(chunk => chunk.Type == "IHDR").Data;
        Write(file, "IHDR", header);
        Write(file, "acTL", [.. Number(_frames.Count), .. Number(0)]);
        var sequence = 0;
        foreach (var (frame, milliseconds) in _frames)
        {
            var chunks = Chunks(frame).ToList();
            if (!chunks.Single(chunk => chunk.Type == "IHDR").Data.AsSpan().SequenceEqual(header))
            {
                throw new InvalidOperationException("The pictures are not of one kind and size.");
            }

            // Width and height, no way from the edge, how long it stands, and it is put over the whole of the one before.
            byte[] delay = [(byte)(milliseconds >> 8), (byte)milliseconds, ThousandthsOfASecond >> 8, ThousandthsOfASecond & 0xFF];
            Write(file, "fcTL", [.. Number(sequence++), .. header[..8], .. Number(0), .. Number(0), .. delay, 0, 0]);
            foreach (var (_, data) in chunks.Where(chunk => chunk.Type == "IDAT"))
            {
                if (frame == _frames[0].Png)
                {
                    Write(file, "IDAT", data);
                }
                else
                {
                    Write(file, "fdAT", [.. Number(sequence++), .. data]);
                }
            }
        }

        Write(file, "IEND", []);
        return file.ToArray();
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        for (var at = SignatureLength; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    private static void Write(MemoryStream file, string type, byte[] data)
    {
        byte[] summed = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(Number(data.Length));
        file.Write(summed);
        file.Write(Number((int)Checksum(summed)));
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>The checksum of a chunk (PNG, annex D).</summary>
    private static uint Checksum(byte[] bytes)
    {
        const uint Polynomial = 0xEDB88320;
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
            }
        }

        return ~sum;
    }
}

using System.Text;

namespace DepGraph.Tests.Fuzz;

/// <summary>Makes lies out of the truth: the same for the same seed.</summary>
internal static class Mutation
{
    private static readonly int[] Numbers = [0, 1, -1, 127, 128, 255, 256, short.MaxValue, ushort.MaxValue, int.MaxValue, int.MinValue, 1 << 26];

    private static readonly byte[][] Texts = Array.ConvertAll(
        ["\"../../../x\"", "\"/etc/passwd\"", "\"C:\\\\x\"", "\"a\\u0000b\"", "\"a\\nb\"", "\"\\ud800\"", "1e999", "-1", "99999999999999999999", "null", "true",
            "[]", "{}", "\"\"", "[[[[[[[[", "{\"a\":", $"\"{new string('x', 65536)}\""],
        text => Encoding.UTF8.GetBytes(text));

    public static byte[] Of(byte[] truth, int seed)
    {
        var random = new Random(seed);
        var bytes = truth.ToList();
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
            Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 64), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, bytes.Count - at); break;
            case 3: bytes.RemoveRange(at, length); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 5: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 6: Overwrite(bytes, at, BitConverter.GetBytes(Numbers[random.Next(Numbers.Length)])); break;
            case 7: bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256))); break;
            default: ReplaceToken(bytes, at, Texts[random.Next(Texts.Length)]); break;
        }
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] value)
    {
        for (var i = 0; i < value.Length && at + i < bytes.Count; i++)
            bytes[at + i] = value[i];
    }

    // In JSON a value stands between a colon, comma or bracket and the next; in other formats this is one more way to splice.
    private static void ReplaceToken(List<byte> bytes, int at, byte[] value)
    {
        var start = bytes.FindIndex(at, b => b is (byte)':' or (byte)',' or (byte)'[') + 1;
        var end = bytes.FindIndex(start, b => b is (byte)',' or (byte)']' or (byte)'}');
        if (end > start)
            bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, value);
    }
}

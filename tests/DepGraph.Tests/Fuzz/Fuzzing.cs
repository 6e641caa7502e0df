namespace DepGraph.Tests.Fuzz;

/// <summary>Gives a reader many lies, one after the other. DEPGRAPH_FUZZ says how many; each is known by its number, so what fails once fails again.</summary>
internal static class Fuzzing
{
    private const long MostBytes = 256 << 20;
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(1);

    /// <summary>Fails when <paramref name="read"/> throws, does not come back, or needs memory out of all proportion.</summary>
    public static void Survives(byte[] truth, Action<byte[]> read)
    {
        read(truth);
        var number = 0;
        Exception? failure = null;
        var reading = new Thread(() => failure = FirstFailure(truth, read, ref number), maxStackSize: 1 << 20);
        reading.Start();
        for (var last = -1; !reading.Join(Hanging); last = Volatile.Read(ref number))
            Volatile.Read(ref number).ShouldNotBe(last, $"Lie {last} keeps the reader for ever.");
        failure.ShouldBeNull($"Lie {number}: {failure}");
    }

    private static Exception? FirstFailure(byte[] truth, Action<byte[]> read, ref int number)
    {
        for (; number < Switches.Fuzz; number++)
        {
            var lie = Mutation.Of(truth, number);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(lie);
            }
            catch (Exception e)
            {
                return e;
            }

            var needed = GC.GetAllocatedBytesForCurrentThread() - before;
            if (needed > MostBytes)
                return new InsufficientMemoryException($"{lie.Length} bytes needed {needed}.");
        }

        return null;
    }
}

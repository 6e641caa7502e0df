using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace Failures;

internal static class Volumes
{
    /// <summary>Writes that many MB to the standard output.</summary>
    public static int Write(int megabytes)
    {
        using var output = Console.OpenStandardOutput();
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        for (var i = 0; i < megabytes; i++)
            output.Write(block);
        return 0;
    }

    public static int WriteEnvironment()
    {
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            Console.WriteLine($"{variable.Key}={variable.Value}");
        return 0;
    }

    /// <summary>Loads that many different assemblies, each one generated, from several threads at once.</summary>
    public static int LoadCopies(int count, int threads)
    {
        var images = Enumerable.Range(0, count).Select(Image).ToList();
        var next = -1;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
                AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(images[i]));
        })).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        return 0;
    }

    public static int LoadAndUnload(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var context = new AssemblyLoadContext("round " + i, isCollectible: true);
            context.LoadFromStream(new MemoryStream(Image(i % 10)));
            context.Unload();
            if (i % 50 == 49)
                GC.Collect();
        }

        return 0;
    }

    public static int Emit(int count)
    {
        for (var i = 0; i < count; i++)
            AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Emitted" + i), AssemblyBuilderAccess.Run).DefineDynamicModule("m");
        return 0;
    }

    /// <summary>Each request that finds nothing makes about ten events with stacks.</summary>
    public static int ProbeInVain(int count)
    {
        for (var i = 0; i < count; i++)
        {
            try
            {
                Assembly.Load(new string('n', 200) + i);
            }
            catch (FileNotFoundException)
            {
                // That is the point.
            }
        }

        return 0;
    }

#if NET9_0_OR_GREATER
    private static byte[] Image(int number)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName($"Copy{number:0000}"), typeof(object).Assembly);
        assembly.DefineDynamicModule("m").DefineType("T").CreateType();
        using var image = new MemoryStream();
        assembly.Save(image);
        return image.ToArray();
    }
#else
    private static byte[] Image(int number) => throw new PlatformNotSupportedException("Assemblies can be saved from .NET 9 on.");
#endif
}

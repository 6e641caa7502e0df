using System;
using System.IO;
using System.Reflection;
using System.Text;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif

namespace DepGraph.Loading;

/// <summary>Finds and reads <c>&lt;App&gt;.loadsequence.json</c>; every fault ends as the problem of an unusable sequence.</summary>
internal static class SequenceFile
{
    // A sequence of a thousand assemblies has about 200 kB.
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static bool IsCompiledAhead =>
#if NET8_0_OR_GREATER
        !RuntimeFeature.IsDynamicCodeSupported;
#else
        false;
#endif

    public static RecordedSequence ForEntryAssembly()
    {
        if (IsCompiledAhead)
            return RecordedSequence.Unusable("The app is compiled ahead of time: it loads no assemblies.");
        // Loading ahead would change what is being recorded.
        if (StartupSignal.IsRecording)
            return RecordedSequence.Unusable("The start is being recorded: nothing is played meanwhile.");
        var app = Assembly.GetEntryAssembly();
        if (app == null)
            return RecordedSequence.Unusable("The process has no entry assembly.");
        return ReadFile(Path.Combine(AppContext.BaseDirectory, LoadedAssemblies.SimpleName(app) + ".loadsequence.json"));
    }

    public static RecordedSequence ReadFile(string path)
    {
        if (!File.Exists(path))
            return RecordedSequence.Unusable($"There is no {Path.GetFileName(path)} beside the app: build it with DepGraph.");
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return Read(stream);
        }
        catch (Exception fault)
        {
            return RecordedSequence.Unusable($"{Path.GetFileName(path)} cannot be opened: {fault.Message}");
        }
    }

    public static RecordedSequence Read(Stream stream)
    {
        try
        {
            return SequenceFormat.Parse(ReadText(stream));
        }
        catch (FormatException fault)
        {
            return RecordedSequence.Unusable($"The load sequence is damaged: {fault.Message}");
        }
        catch (Exception fault)
        {
            // The stream may be of any kind and throw anything; a loading bar is no reason to stop an app.
            return RecordedSequence.Unusable($"The load sequence cannot be read: {fault.Message}");
        }
    }

    private static string ReadText(Stream stream)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += read;
            if (length > MaxBytes)
                throw new FormatException($"it is larger than {MaxBytes} bytes.");
            if (length == buffer.Length)
                Array.Resize(ref buffer, length * 4);
        }
        return StrictUtf8.GetString(buffer, 0, length);
    }
}

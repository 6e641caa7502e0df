namespace DepGraph.Recording.Tracing;

/// <summary>An assembly was loaded (event 154).</summary>
internal sealed record TraceLoad(ulong Assembly, string FullName, bool IsDynamic, long Ticks, long Thread, ulong[] Stack)
{
    public static TraceLoad Read(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        var assembly = reader.UInt64();
        reader.Bytes(16); // application domain, binder
        var flags = reader.Int32();
        return new TraceLoad(assembly, reader.Utf16(), (flags & 2) != 0, e.Ticks, e.Thread, e.Stack);
    }
}

/// <summary>A module and the file it came from (event 152).</summary>
internal sealed record TraceModule(ulong Id, ulong Assembly, string Path, Guid PdbSignature, string PdbPath, long Ticks)
{
    public static TraceModule Read(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        var id = reader.UInt64();
        var assembly = reader.UInt64();
        reader.Bytes(8); // flags, reserved
        var path = reader.Utf16();
        reader.Utf16(); // native image
        reader.Bytes(2); // runtime instance
        var signature = reader.Guid();
        reader.Bytes(4); // age
        return new TraceModule(id, assembly, path, signature, reader.Utf16(), e.Ticks);
    }
}

/// <summary>Where a method's code lies (event 143, or the rundown).</summary>
/// <param name="Token">Its row in the metadata of its module.</param>
/// <param name="IsSpecialized">Generic code that serves certain types only.</param>
internal sealed record TraceMethod(ulong Id, ulong Module, ulong Start, uint Length, int Token, string Name, bool IsSpecialized = false)
{
    private const int Generic = 2, Shared = 4;

    /// <summary>Where in the code each piece of the method's IL lies; null where that was not told.</summary>
    public TraceCodeMap? Map { get; private set; }

    /// <summary>The map comes right behind the method, on the same thread.</summary>
    public void TakeMap(TraceCodeMap map)
    {
        if (map.Method == Id)
            Map = map;
    }

    public static TraceMethod Read(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        var (id, module, start) = (reader.UInt64(), reader.UInt64(), reader.UInt64());
        var length = (uint)reader.Int32();
        var token = reader.Int32();
        var flags = reader.Int32();
        var name = ReadName(ref reader);
        return new TraceMethod(id, module, start, length, token, name, (flags & (Generic | Shared)) == Generic || IsOverCertainTypes(name));
    }

    /// <summary>Not all arguments of its type stand for any class.</summary>
    private static bool IsOverCertainTypes(string name) =>
        name.IndexOf('[', StringComparison.Ordinal) is > 0 and var from && name.IndexOf(']', from) is > 0 and var to
            && name[(from + 1)..to].Split(',').Any(argument => argument.Length > 0 && argument != "System.__Canon");

    public static string ReadName(ref ByteReader reader)
    {
        var type = reader.Utf16();
        var name = reader.Utf16();
        return type.Length == 0 ? name : $"{type}.{name}";
    }
}

/// <summary>Which IL of a method lies where in its code (event 190).</summary>
/// <param name="Method">The method's id.</param>
/// <param name="Il">Offsets in the IL, less than 0 for what comes of none.</param>
/// <param name="Native">For each the offset in the code where it begins.</param>
internal sealed record TraceCodeMap(ulong Method, int[] Il, int[] Native)
{
    public static TraceCodeMap Read(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        var method = reader.UInt64();
        reader.Bytes(8 + 1); // version, extent
        var count = (ushort)reader.Int16();
        int[] Offsets(ref ByteReader from)
        {
            var offsets = new int[count];
            for (var i = 0; i < count; i++)
                offsets[i] = from.Int32();
            return offsets;
        }

        var il = Offsets(ref reader);
        return new TraceCodeMap(method, il, Offsets(ref reader));
    }

    /// <summary>The IL whose code holds the byte at <paramref name="offset"/>, or -1.</summary>
    public int IlAt(long offset)
    {
        var nearest = -1;
        for (var i = 0; i < Il.Length; i++)
        {
            if (Native[i] <= offset && (nearest < 0 || Native[i] > Native[nearest] || (Native[i] == Native[nearest] && Il[i] > Il[nearest])))
                nearest = i;
        }

        return nearest < 0 ? -1 : Math.Max(-1, Il[nearest]);
    }
}

/// <summary>The compiler began (145) or ended (143) with a method.</summary>
internal sealed record TraceJit(long Thread, long Ticks, ulong Method, ulong Module, int Token, string Name, ulong[] Stack, bool IsStart)
{
    /// <summary>Told at the end: generic code that serves certain types only.</summary>
    public bool IsSpecialized { get; init; }

    public static TraceJit ReadStart(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        var (method, module, token) = (reader.UInt64(), reader.UInt64(), reader.Int32());
        reader.Bytes(4); // size of the IL
        return new TraceJit(e.Thread, e.Ticks, method, module, token, TraceMethod.ReadName(ref reader), e.Stack, IsStart: true);
    }
}

/// <summary>A stack the runtime happened to take.</summary>
internal sealed record TraceSample(long Ticks, long Thread, ulong[] Stack);

/// <summary>A request to the binder (events 290 and 291).</summary>
internal sealed class TraceBind
{
    /// <summary>The request this one is nested in, or null.</summary>
    public TraceBind? Outer { get; private init; }

    public required long Start { get; init; }

    public required long Thread { get; init; }

    public required ulong[] Stack { get; init; }

    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Requester { get; init; }

    public required string RequesterContext { get; init; }

    public required string Context { get; init; }

    /// <summary>When it ended; 0 when the recording ended first.</summary>
    public long End { get; private set; }

    public bool Succeeded { get; private set; }

    /// <summary>The default context had what the request's own context left to it.</summary>
    public bool IsFromDefaultContext { get; private set; }

    public string ResultName { get; private set; } = "";

    public string ResultPath { get; private set; } = "";

    public static TraceBind Begin(TraceEvent e, TraceBind? outer)
    {
        var reader = new ByteReader(e.Payload.Span);
        reader.Bytes(2); // runtime instance
        return new TraceBind
        {
            Outer = outer,
            Start = e.Ticks,
            Thread = e.Thread,
            Stack = e.Stack,
            Name = reader.Utf16(),
            Path = reader.Utf16(),
            Requester = reader.Utf16(),
            Context = reader.Utf16(),
            RequesterContext = reader.Utf16(),
        };
    }

    /// <summary>Takes in one stage of the resolution (event 292).</summary>
    public void ReadAttempt(TraceEvent e)
    {
        const short defaultContextFallback = 3, success = 0;
        var reader = new ByteReader(e.Payload.Span);
        reader.Bytes(2); // runtime instance
        reader.Utf16(); // name
        var stage = reader.Int16();
        reader.Utf16(); // context
        if (stage == defaultContextFallback && reader.Int16() == success)
            IsFromDefaultContext = true;
    }

    public void Finish(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        reader.Bytes(2); // runtime instance
        for (var i = 0; i < 5; i++)
            reader.Utf16();
        Succeeded = reader.Int32() != 0;
        ResultName = reader.Utf16();
        ResultPath = reader.Utf16();
        End = e.Ticks;
    }
}

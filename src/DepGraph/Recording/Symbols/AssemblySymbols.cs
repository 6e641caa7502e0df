using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DepGraph.Graph;

namespace DepGraph.Recording.Symbols;

/// <summary>The code of an assembly and its portable symbols: tells which line a place in a method is of.</summary>
internal sealed class AssemblySymbols : IDisposable
{
    private static readonly Dictionary<Guid, string> Checksums = new()
    {
        [new Guid("8829d00f-11b8-4213-878b-770e8597ac16")] = "sha256",
        [new Guid("ff1816ec-aa5e-4d10-87f7-6f4963833460")] = "sha1",
    };

    private readonly PEReader _image;
    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _metadata;
    private readonly MetadataReader _symbols;
    private readonly SourceFiles _files;
    private readonly Dictionary<string, string> _checksums = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<TypeDefinitionHandle, SourcePlace?>> _registrations;
    private readonly Lazy<Dictionary<int, MethodDefinitionHandle>> _bodyOfKickoff;

    private AssemblySymbols(PEReader image, MetadataReaderProvider provider, SourceFiles files)
    {
        (_image, _provider, _metadata, _symbols, _files) = (image, provider, image.GetMetadataReader(), provider.GetMetadataReader(), files);
        _registrations = new Lazy<Dictionary<TypeDefinitionHandle, SourcePlace?>>(AllRegistrations);
        _bodyOfKickoff = new Lazy<Dictionary<int, MethodDefinitionHandle>>(BodiesOfKickoffs);
    }

    /// <summary>Opens an assembly with the symbols inside of it or beside it; null when there are none that belong to it, or none to be read.</summary>
    /// <param name="file">The assembly; is read at once and closed.</param>
    /// <param name="path">Where it lies, or would.</param>
    /// <param name="signature">Of the build that is wanted; empty where any will do.</param>
    public static AssemblySymbols? Open(Stream file, string path, Guid signature)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(file, PEStreamOptions.PrefetchEntireImage);
            if (image.HasMetadata && BuildSignature.IsOf(image, signature) && image.TryOpenAssociatedPortablePdb(path, OpenOrNull, out var provider, out _)
                && provider is not null)
                return new AssemblySymbols(image, provider, new SourceFiles(path));
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or OverflowException)
        {
            // as if there were none
        }

        image?.Dispose();
        return null;
    }

    /// <summary>The line of the code at an offset in a method's IL; its first line where the offset is less than 0; null when its symbols know none.</summary>
    public SourcePlace? LineAt(int token, int il) => Known(token, () =>
    {
        var points = Points(Method(token));
        var at = points.FindLastIndex(p => p.Offset <= il);
        return points.Count == 0 ? null : Place(points[Math.Max(at, 0)]);
    });

    /// <summary>
    /// The first line of a method that has an assembly loaded when the method is compiled; its first line where no instruction does so for sure, or no assembly
    /// is given; null when its symbols know none.
    /// </summary>
    public SourcePlace? LineThatNeeds(int token, string? assembly) => Known(token, () => LineAt(token, assembly is null ? -1 : FirstNeed(token, assembly)));

    /// <summary>Where the type of a constructor is handed to a container, if that is one line and no more; else null.</summary>
    public SourcePlace? RegistrationOf(int constructor) => Known(constructor, () =>
        _registrations.Value.GetValueOrDefault(_metadata.GetMethodDefinition(Method(constructor)).GetDeclaringType()));

    /// <summary>The checksum of a file that was compiled, as <see cref="SourceText"/> writes it; empty where there is none it knows.</summary>
    /// <param name="file">As in a <see cref="SourcePlace"/> that was found here.</param>
    public string ChecksumOf(string file) => _checksums.GetValueOrDefault(file, "");

    public void Dispose()
    {
        _provider.Dispose();
        _image.Dispose();
    }

    private SourcePlace? Known(int token, Func<SourcePlace?> find)
    {
        var handle = (uint)token >> 24 == (uint)HandleKind.MethodDefinition ? (token & 0xFFFFFF) : 0;
        if (handle == 0 || handle > _metadata.MethodDefinitions.Count || handle > _symbols.MethodDebugInformation.Count)
            return null;
        try
        {
            return find();
        }
        catch (BadImageFormatException)
        {
            return null; // damaged in this place
        }
    }

    private int FirstNeed(int token, string assembly)
    {
        var method = _metadata.GetMethodDefinition(Method(token));
        if (method.RelativeVirtualAddress == 0)
            return -1;
        var needs = new Needs(_metadata, assembly);
        var il = _image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
        return Instructions.ThatName(il).Where(i => needs.Of(i.Names, method.GetDeclaringType())).Select(i => i.Offset).FirstOrDefault(-1);
    }

    /// <summary>Of an asynchronous method or an iterator the one that has the user's code: the other only starts it, and has no lines.</summary>
    private MethodDefinitionHandle Method(int token)
    {
        var method = (MethodDefinitionHandle)MetadataTokens.EntityHandle(token);
        return Points(method).Count == 0 && _bodyOfKickoff.Value.TryGetValue(token, out var body) ? body : method;
    }

    private List<SequencePoint> Points(MethodDefinitionHandle method) =>
        [.. _symbols.GetMethodDebugInformation(method).GetSequencePoints().Where(p => !p.IsHidden).OrderBy(p => p.Offset)];

    private Dictionary<TypeDefinitionHandle, SourcePlace?> AllRegistrations()
    {
        var registrations = new Registrations(_metadata);
        var found = new Dictionary<TypeDefinitionHandle, SourcePlace?>();
        foreach (var handle in _metadata.MethodDefinitions.Where(handle => _metadata.GetMethodDefinition(handle).RelativeVirtualAddress != 0))
        {
            var il = _image.GetMethodBody(_metadata.GetMethodDefinition(handle).RelativeVirtualAddress).GetILBytes() ?? [];
            foreach (var (offset, names) in Instructions.ThatName(il))
            {
                if (registrations.Of(names) is { IsNil: false } type)
                    found[type] = found.ContainsKey(type) ? null : LineAt(MetadataTokens.GetToken(handle), offset);
            }
        }

        return found;
    }

    private SourcePlace Place(SequencePoint point)
    {
        var document = _symbols.GetDocument(point.Document);
        var kind = document.HashAlgorithm.IsNil ? null : Checksums.GetValueOrDefault(_symbols.GetGuid(document.HashAlgorithm));
        var checksum = kind is null ? "" : $"{kind}:{SourceText.Hex(_symbols.GetBlobBytes(document.Hash))}";
        var file = _files.Find(_symbols.GetString(document.Name), checksum);
        _checksums[file] = checksum;
        return new SourcePlace(file, point.StartLine);
    }

    private Dictionary<int, MethodDefinitionHandle> BodiesOfKickoffs() => _symbols.MethodDebugInformation
        .Select(m => (Body: m.ToDefinitionHandle(), Kickoff: _symbols.GetMethodDebugInformation(m).GetStateMachineKickoffMethod()))
        .Where(m => !m.Kickoff.IsNil).GroupBy(m => MetadataTokens.GetToken(m.Kickoff)).ToDictionary(m => m.Key, m => m.First().Body);

    private static FileStream? OpenOrNull(string path) => File.Exists(path) ? File.OpenRead(path) : null;
}

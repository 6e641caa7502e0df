using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DepGraph.Graph;

namespace DepGraph.Recording.Symbols;

/// <summary>The methods of an assembly that native libraries implement (P/Invoke), and which of its methods call them.</summary>
internal sealed class NativeMethods : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;

    private NativeMethods(PEReader image) => (_image, _metadata) = (image, image.GetMetadataReader());

    /// <summary>Opens an assembly; null when it cannot be read, or is not the build <paramref name="signature"/> names.</summary>
    public static NativeMethods? Open(Stream file, Guid signature)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(file, PEStreamOptions.PrefetchEntireImage);
            if (image.HasMetadata && BuildSignature.IsOf(image, signature))
                return new NativeMethods(image);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or OverflowException)
        {
            // as if it were not there
        }

        image?.Dispose();
        return null;
    }

    /// <summary>The library that implements a method, as the metadata names it, and the method; null for one that has its own code.</summary>
    public (string Library, string Method)? Of(int token)
    {
        try
        {
            if (Method(token) is not { } method || method.GetImport().Module is not { IsNil: false } module)
                return null;
            return (_metadata.GetString(_metadata.GetModuleReference(module).Name), NameOf(method));
        }
        catch (BadImageFormatException)
        {
            return null; // damaged in this place
        }
    }

    /// <summary>The methods that a method's IL names and a native library implements, in their order.</summary>
    public IReadOnlyList<int> NamedBy(int token)
    {
        try
        {
            if (Method(token) is not { RelativeVirtualAddress: not 0 } method)
                return [];
            var il = _image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
            return [.. Instructions.ThatName(il).Where(i => i.Names.Kind == HandleKind.MethodDefinition).Select(i => MetadataTokens.GetToken(i.Names))
                .Where(named => Of(named) is not null)];
        }
        catch (BadImageFormatException)
        {
            return [];
        }
    }

    public void Dispose() => _image.Dispose();

    private MethodDefinition? Method(int token)
    {
        var row = (uint)token >> 24 == (uint)HandleKind.MethodDefinition ? token & 0xFFFFFF : 0;
        return row == 0 || row > _metadata.MethodDefinitions.Count ? null : _metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(row));
    }

    private string NameOf(MethodDefinition method)
    {
        var type = _metadata.GetTypeDefinition(method.GetDeclaringType());
        var name = _metadata.GetString(type.Name);
        for (var depth = 0; !type.GetDeclaringType().IsNil && depth < 64; depth++)
        {
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
            name = $"{_metadata.GetString(type.Name)}+{name}";
        }

        var space = _metadata.GetString(type.Namespace);
        return $"{(space.Length == 0 ? "" : space + ".")}{name}.{_metadata.GetString(method.Name)}";
    }
}

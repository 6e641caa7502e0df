using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Launch;
using DepGraph.Reports.Json;
using DepGraph.Review;
using DepGraph.Tests.Support;
using DepGraph.Types;

namespace DepGraph.Tests.Fuzz;

/// <summary>Whatever is in a file: it is read, or refused with a code.</summary>
public class FilesThatLie
{
    private static readonly LoadGraph Graph = FullGraph.Make();

    [Fact]
    public void Graphs() => Fuzzing.Survives(GraphJsonWriter.Write(Graph), lie => Refused(() => GraphJsonWriter.Write(GraphJsonReader.Read(lie, "lie"))));

    [Fact]
    public void Lock_files() => Fuzzing.Survives(LockFileJson.Write(LockFile.Of(Graph)), lie => Refused(() => LockFileJson.Read(lie, "lie")));

    [Fact]
    public void Launch_settings() => Fuzzing.Survives(
        """
        { "profiles": { "App": { "commandName": "Project", "commandLineArgs": "a \"b c\"", "applicationUrl": "http://x",
        "environmentVariables": { "A": "1" } } } }
        """u8.ToArray(),
        lie => Refused(() => LaunchProfile.Read(Encoding.UTF8.GetString(lie))));

    [Fact]
    public void Load_sequences() => Fuzzing.Survives(LoadSequenceJson.Write(Graph, LoadSequence.Of(Graph)), lie =>
    {
        var sequence = Loading.LoadSequence.Read(new MemoryStream(lie));
        if (sequence.Problem is not null)
            sequence.Steps.ShouldBeEmpty();
    });

    [Fact]
    public void Assemblies() => Fuzzing.Survives(Image(), lie => AssemblyFile.Read(new MemoryStream(lie), Guid.Empty));

    [Fact]
    public void Code()
    {
        using var folder = new TemporaryFolder();
        var path = folder["Code.dll"];
        var truth = File.ReadAllBytes(typeof(Loading.LoadSequence).Assembly.Location);
        for (var number = 0; number < Switches.Fuzz / 10; number++)
        {
            File.WriteAllBytes(path, Mutation.Of(truth, number));
            Refused(() => TypeGraph.Read([path], Grain.Type));
        }
    }

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (DepGraphException e) when (e.Code == Codes.InvalidInput)
        {
            if (e.Message.Length > 1000 || e.Message.Contains('\n'))
                throw new InvalidOperationException("A refusal must be one line of bearable length: " + e.Message);
        }
    }

    private static byte[] Image()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Lies"), typeof(object).Assembly);
        assembly.DefineDynamicModule("m").DefineType("T", TypeAttributes.Public).CreateType();
        using var image = new MemoryStream();
        assembly.Save(image);
        return image.ToArray();
    }
}

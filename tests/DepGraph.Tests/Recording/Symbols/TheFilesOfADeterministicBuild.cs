using System.Security.Cryptography;
using System.Text;
using DepGraph.Recording.Symbols;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Symbols;

/// <seealso cref="SourceFiles"/>
public sealed class TheFilesOfADeterministicBuild : IDisposable
{
    private const string Text = "class Program;\n";
    private static readonly string Sha256 = "sha256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text))).ToLowerInvariant();
    private readonly TemporaryFolder _repository = new();

    [Theory]
    [InlineData("/_/src/App/Program.cs")]
    [InlineData(@"/_/src\App\Program.cs")] // a prefix of Windows that was mapped in part
    [InlineData("/_1/module/src/App/Program.cs")]
    [InlineData("/app/Program.cs")] // PathMap of the project's folder
    public void Are_found_above_the_assembly(string mapped) =>
        Find(mapped, Written("src/App/Program.cs")).ShouldBe(_repository["src/App/Program.cs"]);

    [Fact]
    public void Are_found_by_an_older_checksum_too()
    {
        Written("src/App/Program.cs");
        Find("/_/src/App/Program.cs", "sha1:68d7c2b7ba08f3e1ab2fb4a8a0b5e2b6a5d2b6f0").ShouldBe("/_/src/App/Program.cs");
        Find("/_/src/App/Program.cs", "sha1:" + Sha1Of(Text)).ShouldBe(_repository["src/App/Program.cs"]);
    }

    [Fact]
    public void Are_not_found_where_the_file_is_another_one_by_now_even_if_its_copy_is_there()
    {
        Written("src/App/Program.cs", "class Other;\n");
        Written("src/App/bin/Program.cs");
        Find("/_/src/App/Program.cs", Sha256).ShouldBe("/_/src/App/Program.cs");
    }

    [Fact]
    public void Are_not_found_where_two_may_be_meant()
    {
        Written("src/App/Program.cs");
        Written("src/Program.cs");
        Find("/app/Program.cs", Sha256).ShouldBe("/app/Program.cs");
        Find("/_/App/Program.cs", Sha256).ShouldBe(_repository["src/App/Program.cs"], "a longer end of the path is one file's");
    }

    [Theory]
    [InlineData("/_/src/App/Program.cs", "")]
    [InlineData("/_/src/App/Gone.cs", "sha256:00")]
    [InlineData("", "sha256:00")]
    [InlineData("/", "sha256:00")]
    [InlineData("/_/src/App", "sha256:00")] // a folder
    [InlineData("/_/src/A\0pp/Program.cs", "sha256:00")]
    public void Are_not_found_without_a_checksum_or_a_file(string mapped, string checksum)
    {
        Written("src/App/Program.cs");
        Find(mapped, checksum).ShouldBe(mapped);
    }

    [Fact]
    public void Are_themselves_where_nothing_was_mapped()
    {
        Written("src/App/Program.cs");
        Find(_repository["src/App/Program.cs"], "sha256:00").ShouldBe(_repository["src/App/Program.cs"]);
    }

    public void Dispose() => _repository.Dispose();

    private string Find(string path, string checksum) => new SourceFiles(_repository["src/App/bin/Debug/net10.0/App.dll"]).Find(path, checksum);

    private string Written(string path, string text = Text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_repository[path])!);
        File.WriteAllText(_repository[path], text);
        return Sha256;
    }

#pragma warning disable CA5350 // compilers of before 2019 chose it
    private static string Sha1Of(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
#pragma warning restore CA5350
}

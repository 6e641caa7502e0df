using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

var words = new ResourceManager("Languages.Words", typeof(Program).Assembly);
foreach (var language in new[] { "de", "fr" })
    Console.WriteLine(words.GetString("Greeting", new CultureInfo(language)));
try
{
    Console.WriteLine(Extra());
}
catch (FileNotFoundException)
{
    Console.WriteLine("no extra");
}

[MethodImpl(MethodImplOptions.NoInlining)]
static string Extra() => Optional.Extra.Text;

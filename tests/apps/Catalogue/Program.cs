using System.Reflection;

// What no metadata says: the package is looked up by name.
var json = Assembly.Load("Newtonsoft.Json").GetType("Newtonsoft.Json.JsonConvert")!;
Console.WriteLine(json.GetMethod("ToString", [typeof(int)])!.Invoke(null, [42]));

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello");
app.Run();

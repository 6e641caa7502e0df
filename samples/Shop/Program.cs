using FluentValidation;
using Markdig;
using Polly;
using Polly.Retry;
using Shop.Catalog;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
var app = builder.Build();

const string Products = """[{ "Name": "Tea", "Price": 4.20 }, { "Name": "Kettle", "Price": 31.00 }]""";
var retry = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2 }).Build();
var catalog = retry.Execute(() => ProductCatalog.Open(Products, Path.Combine(AppContext.BaseDirectory, "plugins")));

var validator = new InlineValidator<Product>();
validator.RuleFor(product => product.Price).GreaterThan(0);
foreach (var product in catalog.Products)
    validator.ValidateAndThrow(product);
var page = Markdown.ToHtml(string.Concat(catalog.Products.Select(product => $"- {product.Name}: {product.Price}\n")));

app.MapControllers();
app.MapGet("/", () => Results.Content(page, "text/html"));
app.Run();

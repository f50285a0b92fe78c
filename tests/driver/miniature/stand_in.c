/*
 * Stands in for 6a, 6c, 6g, 6l and pack in a miniature tree: what a tool makes tells which tool it was, and all that it
 * was made of, by a number. A real one reads the same files: sources, headers, archives of imports.
 */
#include "u.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST = 256, PATH = 4096 };

static const char *folders[MOST];
static int folder_count;
static char seen[1024][PATH];
static int seen_count;
static char imports[PATH];
static unsigned long long number = 14695981039346656037ull;

static void
mix(const char *bytes, size_t count)
{
	for(; count > 0; count--)
		number = (number ^ (unsigned char)*bytes++) * 1099511628211ull;
}

static void
die(const char *what, const char *about)
{
	printf("%s: %s\n", about, what);
	exit(1);
}

/* Whether a path is new; only then is it read. */
static int
is_new(const char *path)
{
	int i;

	for(i = 0; i < seen_count; i++)
		if(strcmp(seen[i], path) == 0)
			return 0;
	if(seen_count == 1024)
		die("too many files", path);
	strcpy(seen[seen_count++], path);
	return 1;
}

static void read_file(const char *path, const char *line_start, char close, const char *suffix);

/* Reads what a line names, from the first folder that has it. */
static void
read_named(const char *name, const char *from, const char *line_start, char close, const char *suffix)
{
	char path[PATH];
	const char *slash = strrchr(from, '/');
	struct stat about;
	int i;

	/* It is the compiler's own. */
	if(strcmp(name, "unsafe") == 0)
		return;
	snprintf(path, sizeof path, "%.*s/%s%s", slash ? (int)(slash - from) : 1, slash ? from : ".", name, suffix);
	if(stat(path, &about) == 0) {
		read_file(path, line_start, close, suffix);
		return;
	}
	for(i = 0; i < folder_count; i++) {
		snprintf(path, sizeof path, "%s/%s%s", folders[i], name, suffix);
		if(stat(path, &about) == 0) {
			read_file(path, line_start, close, suffix);
			return;
		}
	}
	/* A condition may keep a header out; an import must be there. */
	if(*suffix)
		die("cannot find import", name);
}

/* Reads a file, and what the lines that start so name up to a sign. */
static void
read_file(const char *path, const char *line_start, char close, const char *suffix)
{
	char line[PATH], *end;
	size_t start = strlen(line_start);
	FILE *file;

	if(!is_new(path))
		return;
	file = fopen(path, "r");
	if(file == NULL)
		die("cannot open", path);
	while(fgets(line, sizeof line, file) != NULL) {
		mix(line, strlen(line));
		if(start > 0 && strncmp(line, line_start, start) == 0 && (end = strchr(line + start, close)) != NULL) {
			*end = 0;
			/* The linker and those who import it look for what a source imports. */
			if(strcmp(path + strlen(path) - 3, ".go") == 0)
				snprintf(imports + strlen(imports), sizeof imports - strlen(imports), "import \"%s\"\n", line + start);
			read_named(line + start, path, line_start, close, suffix);
		}
	}
	fclose(file);
}

/* What the C compiler tells of declarations. */
static void
tell(FILE *out, char what, const char *file)
{
	static const char *names[] = {"G", "M", "P", "Gobuf", "WinCall", "LibCall", "WinCallbackContext", "SEH", "Alg",
		"Panic", "Stack"};
	const char *base = strrchr(file, '/');
	size_t i;

	base = base ? base + 1 : file;
	if(what == 'q')
		fprintf(out, "type %.*s struct {\n\tx\tint32\n}\n", (int)strcspn(base, "."), base);
	else
		for(i = 0; i < sizeof names / sizeof *names; i++)
			fprintf(out, "aggr %s\n{\n\t'W' 0 one;\n};\n", names[i]);
}

/* What a linked program does: the little that a step after it asks of the go command. */
static void
put_program(FILE *out)
{
	fprintf(out, "#!/bin/sh\n# %016llx\nset -e\n", number);
	fputs("tools=$GOROOT/pkg/${GOOS}_$GOARCH\ncase $1 in\n"
		"version) echo go version mini ;;\n"
		"clean) rm -f $GOROOT/bin/go $tools/*.a ;;\n"
		"install) mkdir -p $GOROOT/bin $tools; [ \"$CGO_ENABLED\" = 0 ]; cat $GOROOT/src/*/*.go > $tools/all.a;\n"
		"\tcp \"$0\" $GOROOT/bin/go ;;\n"
		"run) shift; cat \"$1\" ;;\nesac\n", out);
}

int
stand_in(const char *tool, const char *version, int count, char **words)
{
	const char *name = NULL, *files[MOST], *root = getenv("GOROOT"), *os = getenv("GOOS"), *arch = getenv("GOARCH");
	static char packages[PATH], text[2 * PATH];
	int is_go = strcmp(tool, "6g") == 0, is_linker = strcmp(tool, "6l") == 0, packs = 0, found = 0, i;
	char what = 0;
	FILE *out = stdout;

	for(i = 1; i < count; i++) {
		if(strcmp(words[i], "-o") == 0)
			name = words[++i];
		else if(strcmp(words[i], "-I") == 0 || strcmp(words[i], "-L") == 0)
			folders[folder_count++] = words[++i];
		else if(strcmp(words[i], "-D") == 0 || strcmp(words[i], "-p") == 0) {
			mix(words[i + 1], strlen(words[i + 1]));
			i++;
		} else if(strcmp(words[i], "-a") == 0 || strcmp(words[i], "-q") == 0)
			what = words[i][1];
		else if(strcmp(words[i], "-pack") == 0)
			packs = 1;
		else if(words[i][0] != '-')
			files[found++] = words[i];
	}
	snprintf(packages, sizeof packages, "%s/pkg/%s_%s", root, os, arch);
	folders[folder_count++] = packages;
	mix(tool, strlen(tool));
	mix(version, strlen(version));
	for(i = 0; i < found; i++)
		if(is_go || is_linker)
			read_file(files[i], "import \"", '"', ".a");
		else
			read_file(files[i], "#include \"", '"', "");
	if(name != NULL && (out = fopen(name, "w")) == NULL)
		die("cannot write", name);
	snprintf(text, sizeof text, "\n%s %016llx\n%s", is_go ? "go" : "object", number, imports);
	if(what)
		tell(out, what, files[0]);
	else if(is_linker)
		put_program(out);
	else if(packs)
		fprintf(out, "!<arch>\n%-16s%-12d%-6d%-6d%-8o%-10d`\n%s", "__.PKGDEF", 0, 0, 0, 0644, (int)strlen(text), text);
	else
		fputs(text, out);
	if(fclose(out) != 0)
		die("cannot write", name ? name : "standard output");
	return is_linker && name != NULL ? chmod(name, 0755) != 0 : 0;
}

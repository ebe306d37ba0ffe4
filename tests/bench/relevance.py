#!/usr/bin/env python3
"""relevance.py [--program DEBRIEF] [KNOWLEDGE_BASE QUERIES]: does a search find the page that was meant?

QUERIES has a line `query<TAB>page` for each question, where `page` begins the path of the one page sought:
"incidents/pm-2026-004". Without arguments, relevance.tsv is asked of content/. Prints for the queries as typed, and again
with the suggestion followed wherever one is offered: the mean reciprocal rank (1 if the page sought always comes first; a
page not among the first ten counts 0), how often it is first, among three and among ten, and what missed.

Questions are to be written from the pages, before anybody looks at results, or they measure nothing.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SHOWN = 10  # Results that people look at.


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("root", nargs="?", type=pathlib.Path, default=PROJECT / "content")
    parser.add_argument("queries", nargs="?", type=pathlib.Path, default=HERE / "relevance.tsv")
    parser.add_argument("--program", default=PROJECT / "build/release/generator/cli/debrief")
    return parser.parse_args()


def read_queries(file):
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [tuple(line.split("\t")) for line in lines]


class Site:
    def __init__(self, program, root, folder):
        self.program = program
        self.folder = folder
        self.root = root
        self.run("build")

    def run(self, command, *arguments):
        done = subprocess.run([self.program, command, "--root", self.root, "--output", self.folder, *arguments],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return done.stdout

    def search(self, query):
        found = json.loads(self.run("search", "--json", "--limit", str(SHOWN), "--", query))
        return [result["path"] for result in found["results"]], found["suggestion"]


def rank_of(page, paths):
    """From 1; None if it is not among them."""
    return next((i for i, path in enumerate(paths, 1) if path.startswith(page)), None)


def report(title, ranked):
    """`ranked`: a list of (query, page, rank)."""
    def share(worst):
        return sum(rank is not None and rank <= worst for _, _, rank in ranked)

    mean = sum(1 / rank for _, _, rank in ranked if rank) / len(ranked)
    print(f"{title}: mean reciprocal rank {mean:.3f}, first {share(1)}, of three {share(3)}, "
          f"of ten {share(SHOWN)}, of {len(ranked)} queries")
    for query, page, rank in ranked:
        if rank != 1:
            print(f"  {rank or '-'}\t{query}\t{page}")


def main():
    arguments = parse_arguments()
    typed, followed = [], []
    with tempfile.TemporaryDirectory() as folder:
        site = Site(arguments.program, arguments.root, folder)
        for query, page in read_queries(arguments.queries):
            paths, suggestion = site.search(query)
            typed.append((query, page, rank_of(page, paths)))
            if suggestion:
                paths, _ = site.search(suggestion)
                query = f"{query} -> {suggestion}"
            followed.append((query, page, rank_of(page, paths)))
    report("as typed", typed)
    report("suggestion followed", followed)


if __name__ == "__main__":
    main()

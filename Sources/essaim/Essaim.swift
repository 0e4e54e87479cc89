import ArgumentParser

@main struct Essaim: ParsableCommand {}

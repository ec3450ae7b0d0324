// The commands of `suivant`: each function adds one, with its options and what
// it does, to the command line.

#pragma once

namespace CLI {
class App;
} // namespace CLI

namespace suivant::cli {

void add_serve(CLI::App& to);
void add_demo(CLI::App& to);
void add_replay(CLI::App& to);
void add_verify(CLI::App& to);
void add_backup(CLI::App& to);
void add_restore(CLI::App& to);
void add_office(CLI::App& to);
void add_user(CLI::App& to);
void add_key(CLI::App& to);

} // namespace suivant::cli

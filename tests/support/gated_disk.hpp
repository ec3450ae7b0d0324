// Stands between the program and the disk: counts syncs, and holds them back
// while its gate is shut. Takes the place of the system's own fdatasync.

#pragma once

#include <cstddef>

namespace suivant::tests::gated_disk {

/// How often the disk was asked to have everything down.
std::size_t syncs();

/// From now on whoever syncs waits.
void shut();
void open();

/// Returns once somebody waits at the gate.
void await_somebody();

} // namespace suivant::tests::gated_disk

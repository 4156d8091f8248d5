// Settings of jemalloc, which stands in for the C library's allocator (sanitizers bring their own).
//
// The compiled rules and the words of a document are many small pieces that are looked at in no
// order: on pages of 4 KB each look-up would miss the processor's table of pages. jemalloc reads
// this variable (its manual, "TUNING"). What was freed is kept for what comes next: a run is short.

extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always,metadata_thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1";
}

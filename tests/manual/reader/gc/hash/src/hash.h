unsigned hash_sum(const unsigned char *p, unsigned long n);
unsigned hash_mix(unsigned h);
